import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ServiceError } from '#kit/errors.ts';
import { Room, type RoomLimits } from './room.ts';

/** How much of a load one process takes before it sends requests away. */
export interface OverloadLimits {
  /** Requests under way; what writes may go up to this. */
  readonly underWay: RoomLimits;
  /** Beyond this many, or this share of the delay, what only reads is sent away already. */
  readonly shareForReads: number;
  /** How late the event loop may be, in milliseconds, by the mean of a quarter of a second. */
  readonly eventLoopDelayMs: number;
  /** With fewer requests than this under way a late event loop says nothing of the load, and nobody gains by a refusal. */
  readonly lateFrom: number;
}

export const overloadLimits: OverloadLimits = {
  underWay: { first: 64, least: 40, most: 400, slow: { times: 4, fromMs: 40, atMostMs: 200 } },
  shareForReads: 0.75,
  eventLoopDelayMs: 100,
  lateFrom: 16,
};

const endless = Number.POSITIVE_INFINITY;

/** For a gateway that shares its process with something else, such as a test. */
export const withoutOverload: OverloadLimits = {
  underWay: {
    first: endless,
    least: endless,
    most: endless,
    slow: { times: endless, fromMs: endless, atMostMs: endless },
  },
  shareForReads: 1,
  eventLoopDelayMs: endless,
  lateFrom: endless,
};

/** The delay is measured by a timer of so many milliseconds, which are part of what it says. */
const resolutionMs = 20;
/** How often it is concluded how much can be taken; what was measured before is forgotten then. */
const concludeEveryMs = 250;
/** When a client may come again, in seconds. */
const retryAfter = 2;

/**
 * Sends requests away at once when there are more than can be answered in time (ADR 0036): whoever is let in is answered, and
 * what is sent away costs next to nothing. What changes something goes first, since somebody may have worked on it for an hour.
 */
export class Overload {
  private readonly limits: OverloadLimits;
  private readonly room: Room;
  private readonly delay = monitorEventLoopDelay({ resolution: resolutionMs });
  private readonly timer: NodeJS.Timeout;
  private delayMs = 0;
  private underWay = 0;
  private stopping = false;

  constructor(limits: OverloadLimits) {
    this.limits = limits;
    this.room = new Room(limits.underWay);
    this.delay.enable();
    this.timer = setInterval(() => this.conclude(), concludeEveryMs);
    this.timer.unref();
  }

  /** Whether there is room for anybody, before more is heard of what they want. @throws OVERLOADED */
  assertRoom(): void {
    if (this.stopping || this.fullness() >= 1) throw overloaded();
  }

  /**
   * A request is here, its body too.
   *
   * @returns what is to be called once when it leaves, and whether it was answered then
   * @throws OVERLOADED when the process has no room for it, of whatever kind it is
   */
  enter(): (isAnswered: boolean) => void {
    this.assertRoom();
    this.underWay += 1;
    this.room.entered(this.underWay);
    const entered = performance.now();
    return (isAnswered) => {
      this.underWay -= 1;
      // A refusal is always fast.
      if (isAnswered) this.room.answered(performance.now() - entered);
    };
  }

  /** Whether the process is about to end. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** What only reads goes after what changes something. @throws OVERLOADED */
  assertRoomForReading(): void {
    if (this.fullness() > this.limits.shareForReads) throw overloaded();
  }

  /** From now on nobody is let in: the process ends when those who are in have their answers. */
  stop(): void {
    this.stopping = true;
    clearInterval(this.timer);
    this.delay.disable();
  }

  /** How full the process is; 1 when there is room for nobody. */
  private fullness(): number {
    const byCount = this.underWay / this.room.size;
    return this.underWay < this.limits.lateFrom
      ? byCount
      : Math.max(byCount, this.delayMs / this.limits.eventLoopDelayMs);
  }

  private conclude(): void {
    this.room.conclude();
    const { mean } = this.delay;
    this.delayMs = Number.isFinite(mean) ? Math.max(0, mean / 1e6 - resolutionMs) : 0;
    this.delay.reset();
  }
}

/** What people are told who are sent away, with the time to come again. */
export function overloaded(): ServiceError {
  return new ServiceError(
    'OVERLOADED',
    `Very many people are here at the moment. Please try again in ${retryAfter} seconds.`,
    {
      retryable: true,
      retryAfter,
    },
  );
}
