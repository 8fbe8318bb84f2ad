import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, isErrorCode, ServiceError } from './errors.ts';
import type { Log } from './log.ts';
import { maskPersonalNumbers } from './personalNumbers.ts';

/**
 * Makes the last step of an answer: what was meant for people passes, with its code from the closed list; anything else
 * becomes INTERNAL_SERVER_ERROR and goes to the log, so that no database text, address or stack reaches a client. No
 * personal number stands in any message.
 *
 * @param shown the extensions that a client may see beside the code
 */
export function maskErrors(log: Log, shown: readonly string[] = ['field']) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const refusal = refusalWithin(error);
    const { message, extensions = {} } = refusal ?? formatted;
    const code = knownCode(extensions.code);
    if (!code) log.error({ err: unwrapResolverError(error), path: formatted.path }, 'An unexpected error was hidden');

    const { locations, path } = formatted;
    return {
      message: code ? maskPersonalNumbers(message) : 'Something went wrong on our side. Please try again later.',
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: {
        code: code ?? 'INTERNAL_SERVER_ERROR',
        ...Object.fromEntries(Object.entries(extensions).filter(([name]) => shown.includes(name))),
      },
    };
  };
}

/** A ServiceError thrown by a scalar lies below the errors that the parser and the validator wrap round it. */
function refusalWithin(error: unknown): ServiceError | null {
  for (let cause = error; cause instanceof Error; cause = cause instanceof GraphQLError ? cause.originalError : null) {
    if (cause instanceof ServiceError) return cause;
  }
  return null;
}

function knownCode(code: unknown): ErrorCode | null {
  if (code === 'BAD_REQUEST') return 'BAD_USER_INPUT';
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : null;
}
