import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ServiceError } from '#kit/errors.ts';

/** How much of a load one process takes before it sends requests away. */
export interface OverloadLimits {
  /** Requests under way; what writes, or signs in, may go up to this. */
  readonly underWay: number;
  /** Beyond this many, or this share of the delay, what only reads is sent away already. */
  readonly shareForReads: number;
  /** How late the event loop may be, in milliseconds, by the mean of half a second. */
  readonly eventLoopDelayMs: number;
  /** With fewer requests than this under way a late event loop says nothing of the load, and nobody gains by a refusal. */
  readonly lateFrom: number;
}

export const overloadLimits: OverloadLimits = {
  underWay: 400,
  shareForReads: 0.75,
  eventLoopDelayMs: 250,
  lateFrom: 16,
};

/** For a gateway that shares its process with something else, such as a test. */
export const withoutOverload: OverloadLimits = {
  underWay: Number.POSITIVE_INFINITY,
  shareForReads: 1,
  eventLoopDelayMs: Number.POSITIVE_INFINITY,
  lateFrom: Number.POSITIVE_INFINITY,
};

/** The delay is measured by a timer of so many milliseconds, which are part of what it says. */
const resolutionMs = 20;
/** How often the delay is read; what was measured before is forgotten then. */
const readEveryMs = 500;
/** When a client may come again, in seconds. */
const retryAfter = 2;

/**
 * Sends requests away at once when there are more than can be answered in time: whoever is let in is answered, and what is
 * sent away costs next to nothing. What changes something goes first, since somebody may have worked on it for an hour.
 */
export class Overload {
  private readonly limits: OverloadLimits;
  private readonly delay = monitorEventLoopDelay({ resolution: resolutionMs });
  private readonly timer: NodeJS.Timeout;
  private delayMs = 0;
  private underWay = 0;
  private stopping = false;

  constructor(limits: OverloadLimits) {
    this.limits = limits;
    this.delay.enable();
    this.timer = setInterval(() => this.readDelay(), readEveryMs);
    this.timer.unref();
  }

  /** A request comes in. @throws OVERLOADED when the process has no room for it, of whatever kind it is */
  enter(): void {
    if (this.stopping || this.fullness() >= 1) throw overloaded();
    this.underWay += 1;
  }

  /** Whether the process is about to end. */
  get isStopping(): boolean {
    return this.stopping;
  }

  leave(): void {
    this.underWay -= 1;
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
    const byCount = this.underWay / this.limits.underWay;
    return this.underWay < this.limits.lateFrom
      ? byCount
      : Math.max(byCount, this.delayMs / this.limits.eventLoopDelayMs);
  }

  private readDelay(): void {
    const { mean } = this.delay;
    this.delayMs = Number.isFinite(mean) ? Math.max(0, mean / 1e6 - resolutionMs) : 0;
    this.delay.reset();
  }
}

function overloaded(): ServiceError {
  return new ServiceError(
    'OVERLOADED',
    `Very many people are here at the moment. Please try again in ${retryAfter} seconds.`,
    {
      retryable: true,
      retryAfter,
    },
  );
}
