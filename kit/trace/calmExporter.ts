import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../log.ts';

/**
 * Tells of a collector that does not take traces once, and once when it takes them again. What it did not take is lost: a
 * trace is worth no memory and no waiting.
 */
export function calmExporter(exporter: SpanExporter, log: Log): SpanExporter {
  let isAway = false;
  const told = (failed: boolean, error?: Error): void => {
    if (failed === isAway) return;
    isAway = failed;
    const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
    if (failed) log.warn({ code, name }, 'Traces cannot be sent: they are lost until the collector answers');
    else log.info({}, 'Traces are sent again');
  };
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        // 0 is success (ExportResultCode of @opentelemetry/core).
        told(result.code !== 0, result.error);
        // The batch is done with either way: an error that is passed on would go to the library's own log.
        done({ code: 0 });
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush ? { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() } : {}),
  };
}
