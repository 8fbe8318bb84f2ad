import type { RouteHandlerMethod } from 'fastify';
import { withinSpan } from './currentSpan.ts';
import type { Tracing } from './tracing.ts';

/**
 * Traces what a server answers, as a part of the trace that whoever asks has begun. It goes round a handler that is reached
 * with a verified signature only, so that nobody else writes traces.
 */
export function traceAnswers(tracing: Tracing, answer: RouteHandlerMethod): RouteHandlerMethod {
  return function (request, reply) {
    const { traceparent } = request.headers;
    const span = tracing.begin('answer', { kind: 'SERVER' }, typeof traceparent === 'string' ? traceparent : undefined);
    reply.raw.once('close', () => {
      const { statusCode } = reply.raw;
      span.end({ 'http.response.status_code': statusCode }, statusCode >= 500);
    });
    return withinSpan(span, () => answer.call(this, request, reply));
  };
}
