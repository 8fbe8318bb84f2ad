import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Log } from '../log.ts';
import { legibleId } from '../personalNumbers.ts';
import { calmExporter } from './calmExporter.ts';
import type { SpanBeginning, TraceSettings, TraceSpan, Tracing } from './tracing.ts';

/** Spans are sent in batches this often, and a batch is given up after so long: what waits meanwhile is bounded. */
const sendEveryMs = 1_000;
const sendWithinMs = 2_000;
const mostWaiting = 4_096;

const kinds = { SERVER: SpanKind.SERVER, CLIENT: SpanKind.CLIENT } as const;

/**
 * Traces by OpenTelemetry. Nothing of it is global: each server of a process has its own, and no library is instrumented, so
 * that a span holds what our own code says and nothing else.
 */
export function openTelemetry(service: string, { endpoint, share }: TraceSettings, log: Log): Tracing {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = calmExporter(new OTLPTraceExporter({ url, timeoutMillis: sendWithinMs }), log);
  const batches = new BatchSpanProcessor(exporter, {
    scheduledDelayMillis: sendEveryMs,
    exportTimeoutMillis: sendWithinMs,
    maxQueueSize: mostWaiting,
  });
  const ids = new RandomIdGenerator();
  const provider = new BasicTracerProvider({
    // The line of a request names its trace.
    idGenerator: {
      generateTraceId: () => legibleId(() => ids.generateTraceId()),
      generateSpanId: () => ids.generateSpanId(),
    },
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'mpp-digital' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [batches],
  });
  const tracer = provider.getTracer('mpp-digital');
  return {
    begin: (name, beginning, traceparent) => new RecordedSpan(tracer, contextOf(traceparent), name, beginning),
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, sendWithinMs);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

type Context = typeof ROOT_CONTEXT;

class RecordedSpan implements TraceSpan {
  private readonly span: Span;
  private readonly tracer: Tracer;
  private readonly context: Context;

  constructor(tracer: Tracer, parent: Context, name: string, beginning: SpanBeginning = {}) {
    const { kind, attributes, startedAt } = beginning;
    this.tracer = tracer;
    const options = { kind: kind ? kinds[kind] : SpanKind.INTERNAL, attributes: { ...attributes } };
    this.span = tracer.startSpan(
      name,
      startedAt === undefined ? options : { ...options, startTime: startedAt },
      parent,
    );
    this.context = trace.setSpan(ROOT_CONTEXT, this.span);
  }

  get traceId(): string {
    return this.span.spanContext().traceId;
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
  }

  begin(name: string, beginning?: SpanBeginning): TraceSpan {
    return new RecordedSpan(this.tracer, this.context, name, beginning);
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  end(attributes: SpanBeginning['attributes'] = {}, hasFailed = false): void {
    this.span.setAttributes({ ...attributes });
    if (hasFailed) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }
}

const wellFormed = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The context of another server's span; that of nobody for what it does not say rightly. */
function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = wellFormed.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16) & 1;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
