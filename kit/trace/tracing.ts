import type { Log } from '../log.ts';

/** Where traces are sent, and of how many requests. */
export interface TraceSettings {
  /** The address of an OpenTelemetry collector, by HTTP. */
  readonly endpoint: string;
  /** The share of requests that are traced, from 0 to 1. */
  readonly share: number;
}

/** What may be said of a piece of work: names of ours, codes and numbers, and nothing that anybody sent. */
export interface TraceAttributes {
  readonly 'http.response.status_code'?: number;
  readonly 'db.system.name'?: 'mongodb';
  readonly 'db.operation.name'?: string;
  readonly 'db.collection.name'?: string;
  readonly 'db.response.status_code'?: string;
  readonly 'mpp.agency'?: string;
  readonly 'mpp.caller'?: string;
  readonly 'mpp.outcome'?: string;
  readonly 'mpp.request.id'?: string;
}

/** How a piece of work begins. */
export interface SpanBeginning {
  /** Who does it: this process for another (`SERVER`), another for this one (`CLIENT`), or this process alone. */
  readonly kind?: 'SERVER' | 'CLIENT';
  readonly attributes?: TraceAttributes;
  /** When it began, by `performance.now()`; now when left out. */
  readonly startedAt?: number;
}

/** One piece of work, from its beginning to its end, with the pieces that it is made of. */
export interface TraceSpan {
  readonly traceId: string;
  /** What another server is told to go on with (W3C Trace Context). */
  readonly traceparent: string;
  /** Begins a part of it. */
  begin(name: string, beginning?: SpanBeginning): TraceSpan;
  rename(name: string): void;
  end(attributes?: TraceAttributes, hasFailed?: boolean): void;
}

/** Traces of one server, until they are stopped. */
export interface Tracing {
  /**
   * Begins a trace, or goes on with that of another server.
   *
   * @param traceparent what that server said, where its word is trusted; what is malformed begins a new trace
   */
  begin(name: string, beginning?: SpanBeginning, traceparent?: string): TraceSpan;
  /** Sends what is not sent yet, and ends. It takes two seconds at most, whatever the collector does. */
  stop(): Promise<void>;
}

/**
 * Starts traces. Without settings nothing is loaded and nothing costs anything.
 *
 * @param service whose traces they are, for example `gateway` or `tax`
 */
export async function startTracing(
  service: string,
  settings: TraceSettings | undefined,
  log: Log,
): Promise<Tracing | null> {
  if (!settings) return null;
  const { openTelemetry } = await import('./openTelemetry.ts');
  return openTelemetry(service, settings, log);
}
