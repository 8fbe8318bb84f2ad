/** When an agency is left alone, and when it is tried again. */
export interface CircuitFigures {
  /** Calls within the window before anything is concluded from them. */
  readonly leastCalls: number;
  /** The share of them that must have failed, from 0 to 1. */
  readonly failedShare: number;
  readonly windowMs: number;
  /** While an agency is left alone one call goes to it as often as this, to see whether it answers again. */
  readonly probeEveryMs: number;
}

export const circuitFigures: CircuitFigures = {
  leastCalls: 20,
  failedShare: 0.5,
  windowMs: 2_000,
  probeEveryMs: 5_000,
};

export type CircuitState = 'closed' | 'open' | 'probing';
/** What became of a call; `UNKNOWN` when it was given no fair time and says nothing about the agency. */
export type CallOutcome = 'ANSWERED' | 'FAILED' | 'UNKNOWN';
export type Passage = 'CALL' | 'PROBE';

/** Into how many parts the window is cut: what is older than the window is forgotten one part at a time. */
const parts = 10;

interface Part {
  at: number;
  calls: number;
  failed: number;
}

/**
 * Leaves an agency alone that does not answer, so that nobody waits for it and it can get up. One circuit for each agency;
 * each process of the gateway has its own.
 */
export class Circuit {
  private readonly figures: CircuitFigures;
  private readonly told: (state: CircuitState) => void;
  private readonly now: () => number;
  private readonly window: Part[] = Array.from({ length: parts }, () => ({ at: -1, calls: 0, failed: 0 }));
  private current: CircuitState = 'closed';
  private probeAt = 0;

  /** @param told hears every change @param now a clock that nobody moves, in milliseconds */
  constructor(
    figures: CircuitFigures,
    told: (state: CircuitState) => void,
    now: () => number = () => performance.now(),
  ) {
    this.figures = figures;
    this.told = told;
    this.now = now;
  }

  get state(): CircuitState {
    return this.current;
  }

  /** Lets a call through, or not. Whoever got through says afterwards what became of it. */
  enter(): Passage | null {
    if (this.current === 'closed') return 'CALL';
    if (this.current === 'probing' || this.now() < this.probeAt) return null;
    this.become('probing');
    return 'PROBE';
  }

  leave(passage: Passage, outcome: CallOutcome): void {
    if (passage === 'PROBE') {
      if (outcome === 'ANSWERED') this.close();
      else this.open();
      return;
    }
    // A call from before the circuit opened tells nothing new.
    if (this.current !== 'closed' || outcome === 'UNKNOWN') return;
    this.count(outcome === 'FAILED');
    if (outcome === 'FAILED' && this.hasFailed()) this.open();
  }

  private count(failed: boolean): void {
    const at = Math.floor(this.now() / this.partMs);
    const part = this.window[at % parts];
    if (!part) return;
    if (part.at !== at) Object.assign(part, { at, calls: 0, failed: 0 });
    part.calls += 1;
    if (failed) part.failed += 1;
  }

  private hasFailed(): boolean {
    const oldest = Math.floor(this.now() / this.partMs) - parts;
    const recent = this.window.filter(({ at }) => at > oldest);
    const calls = recent.reduce((sum, part) => sum + part.calls, 0);
    const failed = recent.reduce((sum, part) => sum + part.failed, 0);
    return calls >= this.figures.leastCalls && failed / calls >= this.figures.failedShare;
  }

  private open(): void {
    this.probeAt = this.now() + this.figures.probeEveryMs;
    this.become('open');
  }

  private close(): void {
    for (const part of this.window) part.at = -1;
    this.become('closed');
  }

  private become(state: CircuitState): void {
    this.current = state;
    this.told(state);
  }

  private get partMs(): number {
    return this.figures.windowMs / parts;
  }
}
