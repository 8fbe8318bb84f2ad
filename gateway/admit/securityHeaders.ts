import type { FastifyInstance } from 'fastify';

/** What no answer goes without. Personal data is never cached on the way. */
export const headersOfAll = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
} as const;

/** Sets the headers that no answer goes without. */
export function securityHeaders(http: FastifyInstance): void {
  http.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headersOfAll);
    done();
  });
}
