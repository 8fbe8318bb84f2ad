import { Pool } from 'undici';
import type { ForwardedIdentity, requestSigner } from '#kit/signature.ts';
import type { RequestTrace } from '../observe/requestTrace.ts';
import type { Agency, AgencyAnswer, AgencyRequest, Heard } from './agency.ts';
import { AnswerReader } from './answerReader.ts';
import { callerKey } from './callerKey.ts';
import { type CallOutcome, Circuit, type CircuitFigures, type CircuitState } from './circuit.ts';
import { NoAnswer } from './noAnswer.ts';

const connectionsPerAgency = 64;
/** Of more calls than this under way to one agency the next ones would only wait for their own end. */
const mostUnderWay = 512;
/** How long the word of an agency on its health is taken. */
const healthMs = 1_000;
/** A call that was given less of the whole time than this says nothing about the agency when it is late. */
const fairShare = 0.5;

/** What became of a call, for those who keep count: `OK`, or why there is no answer. */
export type ReportedOutcome = 'OK' | NoAnswer['code'] | 'LEFT_ALONE';

interface StartedCall {
  readonly at: number;
  readonly span: ReturnType<RequestTrace['call']> | undefined;
}

export interface ConnectionOptions {
  /** One for all agencies: what is asked of several at once is signed at once. */
  readonly sign: ReturnType<typeof requestSigner>;
  /** How long all calls of one request may take together. */
  readonly timeoutMs: number;
  /** Whether requests of one caller may share a call that is under way. */
  readonly shareInFlight: boolean;
  /** When the agency is left alone; never when left out. */
  readonly circuit?: CircuitFigures | undefined;
  readonly circuitChanged?: ((agency: string, state: CircuitState) => void) | undefined;
  readonly called?: ((agency: string, outcome: ReportedOutcome, ms: number) => void) | undefined;
  readonly erred?: ((agency: string, errors: AgencyAnswer['errors']) => void) | undefined;
}

/**
 * The way to one agency: a pool of kept-alive connections to its one origin. Redirects are not followed, an answer that
 * is late or too large is given up, an agency that does not answer is left alone for a while, and every call is signed
 * for this agency alone. A query whose connection breaks is sent once more; a mutation never is.
 */
export class AgencyConnection implements Agency {
  readonly agency: string;
  readonly url: string;
  /** Where it answers, without a path. */
  readonly origin: string;
  private readonly pool: Pool;
  private readonly path: string;
  private readonly options: ConnectionOptions;
  private readonly underWay = new Map<string, Promise<Heard>>();
  private readonly circuit: Circuit | null;
  private callsUnderWay = 0;
  private health: { readonly asked: number; readonly isReady: Promise<boolean> } | null = null;

  constructor(agency: string, url: string, options: ConnectionOptions) {
    const { origin, pathname } = new URL(url);
    this.agency = agency;
    this.url = url;
    this.origin = origin;
    this.path = pathname;
    this.pool = new Pool(origin, { connections: connectionsPerAgency, pipelining: 1 });
    this.options = options;
    const { circuit, circuitChanged } = options;
    this.circuit = circuit ? new Circuit(circuit, (state) => circuitChanged?.(agency, state)) : null;
  }

  async ask(request: AgencyRequest): Promise<AgencyAnswer> {
    const { operation } = request;
    const body = `${operation.opening}${request.variables}}`;
    const heard = operation.isMutation ? this.send(body, request) : this.sendOnce(body, request);
    const answer = (await heard).take();
    if (!answer) throw new NoAnswer(this.agency, 'SUBGRAPH_INVALID_RESPONSE');
    if (answer.errors.length > 0) this.options.erred?.(this.agency, answer.errors);
    return answer;
  }

  /** Whether calls go to the agency at the moment. */
  get state(): CircuitState {
    return this.circuit?.state ?? 'closed';
  }

  /** Whether the agency says that it is ready, asked at most once a second. */
  isReady(): Promise<boolean> {
    const now = performance.now();
    if (!this.health || now - this.health.asked > healthMs) this.health = { asked: now, isReady: this.askHealth() };
    return this.health.isReady;
  }

  private async askHealth(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(this.options.timeoutMs);
      const { statusCode, body } = await this.pool.request({ path: '/health/ready', method: 'GET', signal });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }

  /** Ends once what is under way is answered. */
  retire(): void {
    this.pool.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /** The same call is made once: within one request always, and for one caller while it is under way if so set. */
  private sendOnce(body: string, request: AgencyRequest): Promise<Heard> {
    const { made } = request;
    if (!made) return this.sendShared(body, request);
    const key = `${this.agency}\n${body}`;
    const known = made.get(key);
    if (known) return known;
    const call = this.sendShared(body, request);
    made.set(key, call);
    return call;
  }

  private sendShared(body: string, request: AgencyRequest): Promise<Heard> {
    if (!this.options.shareInFlight) return this.send(body, request);
    const key = `${callerKey(request.identity)}\n${body}`;
    const known = this.underWay.get(key);
    if (known) return known;
    const call = this.send(body, request).finally(() => this.underWay.delete(key));
    this.underWay.set(key, call);
    return call;
  }

  private async send(body: string, request: AgencyRequest): Promise<Heard> {
    const call: StartedCall = { at: performance.now(), span: request.trace?.call(this.agency) };
    const timeoutMs = request.timeoutMs ?? this.options.timeoutMs;
    if (timeoutMs <= 0) {
      this.report(call, 'SUBGRAPH_TIMEOUT');
      throw new NoAnswer(this.agency, 'SUBGRAPH_TIMEOUT');
    }
    const passage = this.callsUnderWay < mostUnderWay ? this.enter() : null;
    if (!passage) {
      this.report(call, 'LEFT_ALONE');
      throw new NoAnswer(this.agency, 'SUBGRAPH_UNAVAILABLE');
    }
    this.callsUnderWay += 1;
    let outcome: CallOutcome = 'UNKNOWN';
    try {
      const dispatch = () => this.dispatch(body, request.identity, call.at + timeoutMs, call.span?.traceparent);
      // A probe is one request, whatever becomes of it.
      const heard = await (request.operation.isMutation || passage === 'PROBE' ? dispatch() : twiceAtMost(dispatch));
      // Whatever is no GraphQL, such as a page of a proxy, is a failure of the agency.
      outcome = heard.isUsable ? 'ANSWERED' : 'FAILED';
      this.report(call, heard.isUsable ? 'OK' : 'SUBGRAPH_INVALID_RESPONSE');
      return heard;
    } catch (reason) {
      if (reason instanceof NoAnswer) {
        outcome = this.outcomeOf(reason, timeoutMs);
        this.report(call, reason.code);
      }
      throw reason;
    } finally {
      this.callsUnderWay -= 1;
      this.circuit?.leave(passage, outcome);
    }
  }

  private report({ at, span }: StartedCall, outcome: ReportedOutcome): void {
    span?.end({ 'mpp.outcome': outcome }, outcome !== 'OK');
    this.options.called?.(this.agency, outcome, performance.now() - at);
  }

  private async dispatch(
    body: string,
    identity: ForwardedIdentity,
    deadline: number,
    traceparent: string | undefined,
  ): Promise<Heard> {
    const { agency, path } = this;
    const signed = await this.options.sign({ agency, path, body, identity });
    const headers = [...ofJson];
    for (const [name, value] of Object.entries(signed)) headers.push(name, value);
    if (traceparent !== undefined) headers.push('traceparent', traceparent);
    return new Promise((resolve, reject) => {
      const leftMs = Math.max(1, deadline - performance.now());
      const refuse = (code: NoAnswer['code'], isOurs: boolean) => reject(new NoAnswer(agency, code, isOurs));
      const answer = new AnswerReader(leftMs, resolve, refuse);
      this.pool.dispatch({ path, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 }, answer);
    });
  }

  private enter() {
    return this.circuit ? this.circuit.enter() : 'CALL';
  }

  private outcomeOf({ code, isOurs }: NoAnswer, timeoutMs: number): CallOutcome {
    if (isOurs) return 'UNKNOWN';
    if (code === 'SUBGRAPH_UNAVAILABLE') return 'FAILED';
    // An answer without end may be what the question deserved.
    if (code === 'SUBGRAPH_INVALID_RESPONSE') return 'UNKNOWN';
    return timeoutMs >= this.options.timeoutMs * fairShare ? 'FAILED' : 'UNKNOWN';
  }
}

/** Names and values in turn, as the client library takes them soonest. */
const ofJson = ['content-type', 'application/json', 'accept', 'application/json'];

/** A connection may break for no better reason than that it was kept for too long: what only reads is sent once more. */
async function twiceAtMost(dispatch: () => Promise<Heard>): Promise<Heard> {
  try {
    return await dispatch();
  } catch (reason) {
    if (reason instanceof NoAnswer && reason.code === 'SUBGRAPH_UNAVAILABLE') return dispatch();
    throw reason;
  }
}
