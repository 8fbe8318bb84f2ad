import type { FastifyInstance } from 'fastify';
import { type ErrorCode, ServiceError } from '#kit/errors.ts';
import type { Log } from '#kit/log.ts';

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'REQUEST_TOO_LARGE',
    message: 'The request is too large: 64 kB at most.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the operation as application/json.',
  },
};

const unreadable: Refusal = { status: 400, code: 'BAD_USER_INPUT', message: 'The request is not JSON.' };

/** Sets the headers that no answer goes without. Personal data is never cached on the way. */
export function securityHeaders(http: FastifyInstance): void {
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('x-frame-options', 'DENY');
    reply.header('referrer-policy', 'no-referrer');
  });
}

/** Takes `POST` with JSON only, and words every refusal as GraphQL clients read it, with a code of the closed list. */
export function refuseInJson(http: FastifyInstance, log: Log): void {
  http.removeContentTypeParser('text/plain');
  http.get('/graphql', async (_request, reply) =>
    reply.status(405).header('allow', 'POST').send(body('METHOD_NOT_ALLOWED', 'Send operations by POST.')),
  );
  http.setNotFoundHandler(async (_request, reply) =>
    reply.status(404).send(body('NOT_FOUND', 'There is nothing at this address.')),
  );
  http.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof ServiceError) {
      const status = error.extensions.code === 'UNAUTHENTICATED' ? 401 : 400;
      return reply.status(status).send(body(error.extensions.code as ErrorCode, error.message));
    }
    const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
    const refusal = refusals[code] ?? (statusCode < 500 ? unreadable : null);
    if (refusal) return reply.status(refusal.status).send(body(refusal.code, refusal.message));
    log.error({ err: error }, 'A request failed outside the graph');
    return reply
      .status(500)
      .send(body('INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Please try again later.'));
  });
}

function body(code: ErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
