import type { FastifyInstance } from 'fastify';

const allowedHeaders = ['authorization', 'content-type', 'x-purpose', 'x-case', 'x-explain'];
/** Where pages ask; the second one is there in development only. */
const asked = ['/graphql', '/playground/token'];
/** How long a browser remembers that it may, in seconds. */
const rememberedSeconds = 600;

/**
 * Lets pages of the listed origins ask, and no others: without a word from us a browser gives the answer to nobody.
 *
 * @param furtherHeaders that they may send beside the usual ones
 */
export function allowOrigins(
  http: FastifyInstance,
  origins: readonly string[],
  furtherHeaders: readonly string[] = [],
): void {
  http.addHook('onRequest', ({ headers: { origin } }, reply, done) => {
    reply.header('vary', 'origin');
    if (origin !== undefined && origins.includes(origin)) {
      reply.header('access-control-allow-origin', origin);
      reply.header('access-control-expose-headers', 'retry-after, x-request-id');
    }
    done();
  });
  const headers = [...allowedHeaders, ...furtherHeaders].join(', ');
  for (const path of asked)
    http.options(path, async ({ headers: { origin } }, reply) => {
      if (origin !== undefined && origins.includes(origin)) {
        reply.header('access-control-allow-methods', 'POST');
        reply.header('access-control-allow-headers', headers);
        reply.header('access-control-max-age', String(rememberedSeconds));
      }
      return reply.status(204).send();
    });
}
