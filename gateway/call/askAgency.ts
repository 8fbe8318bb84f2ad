import { type Dispatcher, Pool } from 'undici';
import type { ForwardedIdentity, requestSigner } from '#kit/signature.ts';
import type { Agency, AgencyAnswer, AgencyRequest } from './agency.ts';
import { NoAnswer, type NoAnswerCode } from './noAnswer.ts';
import { readAnswer } from './readAnswer.ts';

/** The most that one answer of an agency may weigh. */
const largestAnswer = 5_000_000;
const connectionsPerAgency = 64;

export interface ConnectionOptions {
  /** One for all agencies: what is asked of several at once is signed at once. */
  readonly sign: ReturnType<typeof requestSigner>;
  readonly timeoutMs: number;
  /** Whether requests of one caller may share a call that is under way. */
  readonly shareInFlight: boolean;
}

/**
 * The way to one agency: a pool of kept-alive connections to its one origin. Redirects are not followed, an answer that
 * is late or too large is given up, and every call is signed for this agency alone.
 */
export class AgencyConnection implements Agency {
  readonly agency: string;
  /** Where it answers, without a path. */
  readonly origin: string;
  private readonly pool: Pool;
  private readonly path: string;
  private readonly options: ConnectionOptions;
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(agency: string, url: string, options: ConnectionOptions) {
    const { origin, pathname } = new URL(url);
    this.agency = agency;
    this.origin = origin;
    this.path = pathname;
    this.pool = new Pool(origin, { connections: connectionsPerAgency, pipelining: 1 });
    this.options = options;
  }

  async ask(request: AgencyRequest): Promise<AgencyAnswer> {
    const { operation, identity } = request;
    const body = `${operation.opening}${request.variables}}`;
    const text = operation.isMutation ? this.send(body, identity) : this.sendOnce(body, request);
    // Each asker reads the text for itself: what one merges into its answer never shows in another's.
    const answer = readAnswer(await text);
    if (!answer) throw new NoAnswer(this.agency, 'SUBGRAPH_INVALID_RESPONSE');
    return answer;
  }

  /** Whether the agency says that it is ready. */
  async isReady(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(this.options.timeoutMs);
      const { statusCode, body } = await this.pool.request({ path: '/health/ready', method: 'GET', signal });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /** The same call is made once while it is under way: within one request always, for one caller if so set. */
  private sendOnce(body: string, { identity, underWay }: AgencyRequest): Promise<string> {
    const shared = this.options.shareInFlight;
    const calls = shared ? this.underWay : underWay;
    const key = shared ? `${callerKey(identity)}\n${body}` : `${this.agency}\n${body}`;
    const known = calls.get(key);
    if (known) return known;
    const call = this.send(body, identity).finally(() => calls.delete(key));
    calls.set(key, call);
    return call;
  }

  private async send(body: string, identity: ForwardedIdentity): Promise<string> {
    const { sign, timeoutMs } = this.options;
    const { agency, path } = this;
    const signed = await sign({ agency, path, body, identity });
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...signed };
    return new Promise((resolve, reject) => {
      const answer = new AnswerReader(timeoutMs, resolve, (code) => reject(new NoAnswer(agency, code)));
      this.pool.dispatch({ path, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 }, answer);
    });
  }
}

/** Whose call it is: two callers share nothing, nor does one who gives another purpose or case. */
function callerKey({ principal, purpose, caseId }: ForwardedIdentity): string {
  return JSON.stringify([principal, purpose ?? null, caseId ?? null]);
}

/** Gathers one answer: within the time from asking to the last byte, and up to the size that is allowed. */
class AnswerReader implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private isSettled = false;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly timer: NodeJS.Timeout;
  private readonly resolve: (text: string) => void;
  private readonly refuse: (code: NoAnswerCode) => void;

  constructor(timeoutMs: number, resolve: (text: string) => void, refuse: (code: NoAnswerCode) => void) {
    this.resolve = resolve;
    this.refuse = refuse;
    this.timer = setTimeout(() => this.giveUp('SUBGRAPH_TIMEOUT'), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It waited for a free connection until it was too late.
    if (this.isSettled) controller.abort(new Error('given up'));
  }

  onResponseStart(): void {}

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > largestAnswer) this.giveUp('SUBGRAPH_INVALID_RESPONSE');
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.isSettled) return;
    this.settle();
    const [first] = this.chunks;
    this.resolve((this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks)).toString());
  }

  onResponseError(): void {
    this.giveUp('SUBGRAPH_UNAVAILABLE');
  }

  private giveUp(code: NoAnswerCode): void {
    if (this.isSettled) return;
    this.settle();
    this.refuse(code);
    this.controller?.abort(new Error('given up'));
  }

  private settle(): void {
    this.isSettled = true;
    clearTimeout(this.timer);
  }
}
