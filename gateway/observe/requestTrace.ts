import type { TraceSpan, Tracing } from '#kit/trace/tracing.ts';

/** What every operation is called that no document of ours has: the name that a client gave is not told. */
const freeOperation = 'free operation';

/** How a request ended, by nothing that a client made up. */
export interface EndOfRequest {
  /** The name of a document of ours, if it was one. */
  readonly operation: string | undefined;
  readonly status: number;
  /** The kind of whoever asked; undefined for a token that was not good. */
  readonly caller: string | undefined;
  readonly requestId: string | undefined;
}

/**
 * The trace of one request: admitted, planned if it was not yet, each call to an agency. A trace that a client says it has
 * begun is not gone on with: anybody could mix up the traces of others.
 */
export class RequestTrace {
  /** What log lines name it by. */
  readonly id: string;
  private readonly request: TraceSpan;
  private admission: TraceSpan | null;

  constructor(tracing: Tracing) {
    this.request = tracing.begin(freeOperation, { kind: 'SERVER' });
    this.id = this.request.traceId;
    this.admission = this.request.begin('admit');
  }

  /** It was let in. */
  admitted(): void {
    this.admission?.end();
    this.admission = null;
  }

  /** It had to be planned, which began at this time by `performance.now()` and is done. */
  planned(startedAt: number): void {
    this.request.begin('plan', { startedAt }).end();
  }

  /** Begins a call to an agency, which is told of it. */
  call(agency: string): TraceSpan {
    return this.request.begin(`ask ${agency}`, { kind: 'CLIENT', attributes: { 'mpp.agency': agency } });
  }

  finished({ operation, status, caller, requestId }: EndOfRequest): void {
    // What was not let in ends here.
    this.admission?.end({}, true);
    if (operation !== undefined) this.request.rename(operation);
    const who = caller === undefined ? {} : { 'mpp.caller': caller };
    const number = requestId === undefined ? {} : { 'mpp.request.id': requestId };
    this.request.end({ 'http.response.status_code': status, ...who, ...number }, status >= 500);
  }
}

const traces = new WeakMap<object, RequestTrace>();

/** Begins the trace of a request, where traces are on. */
export function beginTrace(request: object, tracing: Tracing | null): void {
  if (tracing) traces.set(request, new RequestTrace(tracing));
}

/** The trace of a request, where it has one. */
export function traceOf(request: object): RequestTrace | undefined {
  return traces.get(request);
}
