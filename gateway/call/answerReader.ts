import type { Dispatcher } from 'undici';
import { HeardAnswer } from './heardAnswer.ts';
import type { NoAnswerCode } from './noAnswer.ts';

/** The most that one answer of an agency may weigh. */
const largestAnswer = 5_000_000;

/**
 * Node keeps a list of timers for each duration: those of calls that began at about the same time get the same one, a
 * fiftieth of a second late at most.
 */
function inSteps(ms: number): number {
  return Math.ceil(ms / 20) * 20;
}

/** A timer that rings so much too late says that this process was busy, and nothing of the agency. */
const ownLatenessMs = 50;

/** Gathers one answer: within the time from asking to the last byte, and up to the size that is allowed. */
export class AnswerReader implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private status = 0;
  private size = 0;
  private isSettled = false;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly timer: NodeJS.Timeout;
  private readonly resolve: (answer: HeardAnswer) => void;
  private readonly refuse: (code: NoAnswerCode, isOurs: boolean) => void;

  /** @param refuse is told why there is no answer, and whether this process itself may be why */
  constructor(
    timeoutMs: number,
    resolve: (answer: HeardAnswer) => void,
    refuse: (code: NoAnswerCode, isOurs: boolean) => void,
  ) {
    this.resolve = resolve;
    this.refuse = refuse;
    const ms = inSteps(timeoutMs);
    const due = performance.now() + ms;
    this.timer = setTimeout(() => this.ring(performance.now() - due), ms);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It waited for a free connection until it was too late.
    if (this.isSettled) controller.abort(new Error('given up'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > largestAnswer) this.giveUp('SUBGRAPH_INVALID_RESPONSE');
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.isSettled) return;
    this.settle();
    const [first] = this.chunks;
    const bytes = this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks);
    this.resolve(new HeardAnswer(this.status, bytes.toString()));
  }

  onResponseError(): void {
    this.giveUp('SUBGRAPH_UNAVAILABLE');
  }

  /** What came in time while this process was busy lies in its socket, which is read between timers and immediates. */
  private ring(lateByMs: number): void {
    const isOurs = this.controller === null || lateByMs > ownLatenessMs;
    setImmediate(() => this.giveUp('SUBGRAPH_TIMEOUT', isOurs));
  }

  private giveUp(code: NoAnswerCode, isOurs = false): void {
    if (this.isSettled) return;
    this.settle();
    this.chunks.length = 0;
    this.refuse(code, isOurs);
    this.controller?.abort(new Error('given up'));
  }

  private settle(): void {
    this.isSettled = true;
    clearTimeout(this.timer);
  }
}
