import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ErrorCode, ServiceError } from '#kit/errors.ts';
import type { Log } from '#kit/log.ts';
import { toldOfRefusals } from './refuse.ts';
import { answerUnreadable } from './unreadable.ts';

const idleMs = 15_000;
const lettingGoEveryMs = 50;
/** 5 MB over a line of 700 kbit/s. */
const slowestDocumentMs = 60_000;

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  /** The part of the request that is beyond a limit. */
  readonly where?: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'REQUEST_TOO_LARGE',
    message: 'The request is too large: 64 kB at most.',
    where: 'the body',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the operation as application/json.',
  },
};

const unreadable: Refusal = { status: 400, code: 'BAD_USER_INPUT', message: 'The request is not JSON.' };

/** Takes `POST` with JSON only, and words every refusal as GraphQL clients read it, with a code of the closed list. */
export function refuseInJson(
  http: FastifyInstance,
  log: Log,
  refused: (code: ErrorCode, rateOf?: unknown) => void = () => {},
): void {
  http.removeContentTypeParser('text/plain');
  refuseCharsets(http);
  http.get('/graphql', async (_request, reply) =>
    reply.status(405).header('allow', 'POST').send(body('METHOD_NOT_ALLOWED', 'Send operations by POST.')),
  );
  http.setNotFoundHandler(async (_request, reply) =>
    reply.status(404).send(body('NOT_FOUND', 'There is nothing at this address.')),
  );
  http.setErrorHandler(async (error, request, reply) => {
    if (error instanceof ServiceError) {
      const { code, retryAfter, where } = error.extensions as { code: ErrorCode; retryAfter?: number; where?: string };
      refused(code, where);
      // What is packed is not read to its end either.
      if (code === 'UNSUPPORTED_MEDIA_TYPE') reply.header('connection', 'close');
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
      return reply.status(statusOf[code] ?? 400).send(body(code, error.message, error.extensions));
    }
    const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
    const refusal = refusals[code] ?? (statusCode < 500 ? unreadable : null);
    if (refusal) {
      refused(refusal.code);
      return reply.status(refusal.status).send(body(refusal.code, refusal.message, excessOf(refusal, request)));
    }
    log.error({ err: error }, 'A request failed outside the graph');
    return reply
      .status(500)
      .send(body('INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Please try again later.'));
  });
}

/**
 * Lets nobody hold a connection by sending slowly: headers and a body of an operation are here within this time, and an
 * idle connection is closed.
 *
 * @param sendingMs how long a client may take to send an operation
 */
export function refuseSlow(http: FastifyInstance, sendingMs: number): void {
  http.addHook('onRequest', ({ method, raw }, _reply, done) => {
    // Documents are larger than operations and may take as long as the whole request may.
    if (method === 'POST') {
      const late = setTimeout(() => raw.destroy(), sendingMs).unref();
      const isHere = () => clearTimeout(late);
      raw.once('close', isHere);
      raw.once('end', isHere);
    }
    done();
  });
}

/** A server that cannot be held up by a client who sends slowly, in milliseconds, and answers everything in JSON. */
export function serverOptions(sendingMs: number) {
  return {
    clientErrorHandler: answerUnreadable,
    // Who comes while it ends is refused by us, with a code and the time to come again.
    return503OnClosing: false,
    requestTimeout: slowestDocumentMs,
    keepAliveTimeout: idleMs,
    http: { headersTimeout: sendingMs, connectionsCheckingInterval: Math.min(1_000, sendingMs / 2) },
  };
}

/** Ends when what is under way is answered: a connection that a client keeps for later does not hold the end up. */
export async function closeSoon(http: FastifyInstance): Promise<void> {
  const letGo = setInterval(() => http.server.closeIdleConnections(), lettingGoEveryMs);
  try {
    await http.close();
  } finally {
    clearInterval(letGo);
  }
}

/** Refuses bodies that are not plain: what is packed into few bytes may be millions. @throws UNSUPPORTED_MEDIA_TYPE */
export function refuseCompressed({ headers }: FastifyRequest): void {
  if (headers['content-encoding'] !== undefined) {
    throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'Send the operation without a content encoding.');
  }
}

/** How far a request is beyond a limit; a body that comes in chunks does not say how large it will be. */
function excessOf({ where }: Refusal, { headers, routeOptions }: FastifyRequest): Readonly<Record<string, unknown>> {
  if (where === undefined) return {};
  const length = headers['content-length'];
  return { limit: routeOptions.bodyLimit, value: length === undefined ? null : Number(length), where };
}

/** Refuses what is not UTF-8 before it is read: bytes of another charset can mean something else to whoever reads on. */
function refuseCharsets(http: FastifyInstance): void {
  http.addHook('onRequest', ({ headers }, _reply, done) => {
    const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
    const isRead = charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset);
    const refusal = 'Send the operation as application/json in UTF-8.';
    done(isRead ? undefined : new ServiceError('UNSUPPORTED_MEDIA_TYPE', refusal));
  });
}

const statusOf: { readonly [Code in ErrorCode]?: number } = {
  OVERLOADED: 503,
  RATE_LIMIT: 429,
  UNAUTHENTICATED: 401,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

function body(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
  const told = Object.entries(details).filter(([name]) => toldOfRefusals.some((shown) => shown === name));
  return { errors: [{ message, extensions: { code, ...Object.fromEntries(told) } }] };
}
