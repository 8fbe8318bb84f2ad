import { type ErrorCode, ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';

const statusOf: { readonly [Code in ErrorCode]?: number } = {
  AUDIT_UNAVAILABLE: 503,
  CONFLICT: 409,
  INTERNAL_SERVER_ERROR: 500,
  NOT_FOUND: 404,
  RATE_LIMIT: 429,
  REQUEST_TOO_LARGE: 413,
  SUBGRAPH_INVALID_RESPONSE: 502,
  SUBGRAPH_TIMEOUT: 504,
  SUBGRAPH_UNAVAILABLE: 503,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/** A refusal as it is answered: an HTTP status, and the same JSON that the graph answers with. */
export interface Refusal {
  readonly status: number;
  readonly body: {
    readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
  };
}

/** What is answered where a document is not taken or given; what is wrong on our side is logged and not told. */
export function refusalOf(error: unknown, log: Log): Refusal {
  if (error instanceof ServiceError) {
    const code = error.extensions.code as ErrorCode;
    return worded(statusOf[code] ?? 400, code, error.message);
  }
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode < 500) return worded(statusCode, 'BAD_USER_INPUT', 'The request could not be read.');
  log.error({ err: error }, 'A document could not be taken or given');
  return worded(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Please try again later.');
}

function worded(status: number, code: ErrorCode, message: string): Refusal {
  return { status, body: { errors: [{ message, extensions: { code } }] } };
}
