import { z } from 'zod';
import { setting } from '../setting.ts';
import type { TraceSettings } from './tracing.ts';

/**
 * Traces by `OTEL_EXPORTER_OTLP_ENDPOINT` and `OTEL_TRACES_SAMPLER_ARG`, the share of requests. Undefined without an address:
 * nothing is traced then.
 *
 * @throws SettingError for what is no address, or no share
 */
export function traceSettings(): TraceSettings | undefined {
  const endpoint = setting('OTEL_EXPORTER_OTLP_ENDPOINT', z.url({ protocol: /^https?$/ }).optional());
  if (!endpoint) return undefined;
  return { endpoint, share: setting('OTEL_TRACES_SAMPLER_ARG', z.coerce.number().min(0).max(1).default(1)) };
}
