import { GraphQLError } from 'graphql';

/** The closed list of error codes. Each has an entry in docs/errors.md; a test keeps the two equal. */
export const errorCodes = [
  'ALIAS_LIMIT',
  'AUDIT_UNAVAILABLE',
  'BAD_USER_INPUT',
  'CONFLICT',
  'COST_LIMIT',
  'DEPTH_LIMIT',
  'DIRECTIVE_LIMIT',
  'EXPANSION_LIMIT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'METHOD_NOT_ALLOWED',
  'NOT_FOUND',
  'OPERATION_LIMIT',
  'OVERLOADED',
  'PURPOSE_MISSING',
  'RATE_LIMIT',
  'REQUEST_TOO_LARGE',
  'ROOT_FIELD_LIMIT',
  'SUBGRAPH_INVALID_RESPONSE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'TOKEN_LIMIT',
  'UNAUTHENTICATED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'UNKNOWN_DOCUMENT',
  'UNSUPPORTED_MEDIA_TYPE',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A refusal that is part of the interface: a code from the list and words for the citizen. */
export class ServiceError extends GraphQLError {
  override readonly name = 'ServiceError';

  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

/** What was sent cannot be right. `field` names the argument or input field, so that a form can point at it. */
export function badInput(message: string, field?: string): ServiceError {
  return new ServiceError('BAD_USER_INPUT', message, field === undefined ? {} : { field });
}

/** Nobody is signed in, and the answer is not for everybody. */
export function unauthenticated(message = 'Please sign in first.'): ServiceError {
  return new ServiceError('UNAUTHENTICATED', message);
}

/** Somebody is signed in who may not do this. For a single record prefer `null`: not allowed looks like not found. */
export function forbidden(message = 'You may not see or do this.'): ServiceError {
  return new ServiceError('FORBIDDEN', message);
}

/** The record does not exist, or the caller may not know that it does. */
export function notFound(message: string): ServiceError {
  return new ServiceError('NOT_FOUND', message);
}

/** Somebody else was first, or the state of the record does not allow it any more. */
export function conflict(message: string): ServiceError {
  return new ServiceError('CONFLICT', message);
}

/**
 * Somebody's data was asked for by another person without a word on what for. Noted in the access log as refused.
 *
 * @param field the input field that should say it: then it is what was sent that is wrong (BAD_USER_INPUT)
 */
export function purposeMissing(message: string, field?: string): ServiceError {
  const refusal = field === undefined ? new ServiceError('PURPOSE_MISSING', message) : badInput(message, field);
  withoutPurpose.add(refusal);
  return refusal;
}

/** Whether an error says that a purpose is missing. */
export function isPurposeMissing(error: unknown): boolean {
  return error instanceof ServiceError && withoutPurpose.has(error);
}

const withoutPurpose = new WeakSet<ServiceError>();

/**
 * The access log cannot take a note of this read, so that nothing may be read.
 *
 * @param mayPass whether the same may succeed later: not when nobody knows whose data it is
 */
export function auditUnavailable(mayPass = false): ServiceError {
  return new ServiceError(
    'AUDIT_UNAVAILABLE',
    'Nobody may read this without a note in the access log, and the log cannot be written at the moment.',
    mayPass ? { retryable: true } : {},
  );
}

/**
 * The agency answers, but cannot reach what it keeps.
 *
 * @param ofChange whether something was to be changed: whether it was is then not known, and not claimed
 */
export function storeUnavailable(ofChange: boolean): ServiceError {
  const words = ofChange
    ? 'The agency cannot reach its records at the moment, and it is not known whether this was done. ' +
      'Please send the same again with the same key, or look whether it was done where there is none.'
    : 'The agency cannot reach its records at the moment. Please try again shortly.';
  return new ServiceError('SUBGRAPH_UNAVAILABLE', words, { retryable: true });
}

/** True for a code of the closed list. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}
