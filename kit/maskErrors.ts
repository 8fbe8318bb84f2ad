import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, isErrorCode, ServiceError, storeUnavailable } from './errors.ts';
import type { Log } from './log.ts';
import { isOfChange } from './ofChange.ts';
import { maskPersonalNumbers } from './personalNumbers.ts';

/**
 * Makes the last step of an answer: what was meant for people passes, with its code from the closed list; a store that is
 * away is told as such; anything else becomes INTERNAL_SERVER_ERROR and goes to the log, so that no database text, address or
 * stack reaches a client. No personal number stands in any message.
 *
 * @param shown the extensions that a client may see beside the code
 * @param isStoreAway tells an error of a store that cannot be reached; who has no store leaves it out, and loads no driver
 */
export function maskErrors(
  log: Log,
  shown: readonly string[] = ['field', 'retryable'],
  isStoreAway: (error: unknown) => boolean = () => false,
) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const away = causesOf(error).find(isStoreAway);
    if (away) log.warn({ err: away, path: formatted.path }, 'The store is away');
    const refusal = away ? storeUnavailable(isOfChange(error)) : refusalWithin(error);
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
  return causesOf(error).find((cause) => cause instanceof ServiceError) ?? null;
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); ) {
    causes.push(cause);
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause;
  }
  return causes;
}

function knownCode(code: unknown): ErrorCode | null {
  if (code === 'BAD_REQUEST') return 'BAD_USER_INPUT';
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : null;
}
