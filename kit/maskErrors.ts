import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, isErrorCode, ServiceError } from './errors.ts';
import type { Log } from './log.ts';
import { maskPersonalNumbers } from './personalNumbers.ts';

/**
 * Makes the last step of an answer: what was meant for people passes, with its code from the closed list; anything else
 * becomes INTERNAL_SERVER_ERROR and goes to the log, so that no database text or stack reaches a client.
 */
export function maskErrors(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const refusal = refusalWithin(error);
    if (refusal) {
      return { ...formatted, message: maskPersonalNumbers(refusal.message), extensions: { ...refusal.extensions } };
    }
    const code = knownCode(formatted.extensions?.code);
    if (code) return { ...formatted, message: maskPersonalNumbers(formatted.message), extensions: { code } };
    log.error(
      { err: unwrapResolverError(error), path: formatted.path },
      'An unexpected error was hidden from the client',
    );
    const { message, ...where } = formatted;
    return {
      ...where,
      message: 'Something went wrong on our side. Please try again later.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
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
