/** How many requests may be under way, and how that is found out. */
export interface RoomLimits {
  /** So many at the beginning, when nothing is warm and nothing is known. */
  readonly first: number;
  /** So many at most. */
  readonly most: number;
  /** So many always: what is slow without being many is not a crowd. */
  readonly least: number;
  /**
   * When the fastest quarter takes so many times what it usually takes, everybody waits for everybody. Between these two, in
   * milliseconds: nobody minds less than the first, and whatever is usual, more than the second is slow.
   */
  readonly slow: { readonly times: number; readonly fromMs: number; readonly atMostMs: number };
}

/** The share of the answers that counts: a crowd delays every answer, a slow agency its own ones only. */
const fastest = 0.25;
/** Of fewer answers nothing is concluded. */
const leastAnswers = 8;
const shrinkBy = 0.7;
const growBy = 1.1;
/** While few are there what is usual becomes so much more with each stretch: agencies that are slower for good are no crowd. */
const forgetBy = 1.01;
/** More answers than this in one stretch tell nothing new. */
const mostAnswers = 1_000;

/**
 * Finds how many requests can be under way so that each is answered soon. How many that is depends on the agencies, on the
 * database and on who else is on the machine; so it goes by what comes of it: less room when even the fastest answers are
 * slow, more when they are fast and the room is used.
 */
export class Room {
  private readonly limits: RoomLimits;
  private times: number[] = [];
  /** What the fastest quarter takes when there is no crowd. */
  private usualMs = Number.POSITIVE_INFINITY;
  private peak = 0;
  private present: number;

  constructor(limits: RoomLimits) {
    this.limits = limits;
    this.present = limits.first;
  }

  /** How many may be under way at the moment. */
  get size(): number {
    return this.present;
  }

  /** So many are under way now. */
  entered(underWay: number): void {
    this.peak = Math.max(this.peak, underWay);
  }

  /** One was answered after so many milliseconds. */
  answered(ms: number): void {
    if (this.times.length < mostAnswers) this.times.push(ms);
  }

  /** Concludes from what was heard since the last time, and begins anew. */
  conclude(): void {
    const { most, least } = this.limits;
    if (this.isCrowded()) {
      this.present = Math.max(least, Math.floor(Math.min(this.present, this.peak) * shrinkBy));
    } else if (this.peak > this.present / 2) {
      this.present = Math.min(most, Math.ceil(this.present * growBy));
    }
    this.times = [];
    this.peak = 0;
  }

  private isCrowded(): boolean {
    if (this.times.length < leastAnswers) return false;
    const sorted = this.times.toSorted((one, other) => one - other);
    const fastMs = sorted[Math.floor(sorted.length * fastest)] ?? 0;
    const { least, slow } = this.limits;
    const { times, fromMs, atMostMs } = slow;
    // What answers take in a crowd is not usual, however long the crowd stays.
    this.usualMs = Math.min(fastMs, this.peak > least ? this.usualMs : this.usualMs * forgetBy);
    return fastMs > Math.min(atMostMs, Math.max(fromMs, this.usualMs * times));
  }
}
