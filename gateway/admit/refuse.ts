import { type ErrorCode, ServiceError } from '#kit/errors.ts';
import { maskPersonalNumbers } from '#kit/personalNumbers.ts';

/** A limit that something went beyond. */
export interface Excess {
  readonly code: Extract<ErrorCode, `${string}_LIMIT`>;
  /** What there is too much of, as in "20 aliases". */
  readonly what: string;
  readonly limit: number;
  /** How much there is, or how far it was counted; null when there is no end to it. */
  readonly value: number | null;
  /** The part of the request that it is about. */
  readonly where: string;
}

/** What a client is told beside the code of a refusal. */
export const toldOfRefusals = ['limit', 'value', 'where', 'retryable', 'retryAfter'] as const;

/** Names come from clients and may be as long as a document. */
const longestPlace = 120;

/** The refusal of what goes beyond a limit. It names the limit, the value and the place, and no personal number. */
export function tooMuch({ code, what, limit, value, where: place }: Excess): ServiceError {
  const where = maskPersonalNumbers(place.length > longestPlace ? `${place.slice(0, longestPlace)}...` : place);
  const amount = value === null ? 'endless' : value;
  return new ServiceError(code, `Too much in ${where}: ${amount} ${what}, at most ${limit}.`, { limit, value, where });
}

/**
 * The refusal of somebody who asks too often (HTTP 429).
 *
 * @param where what is asked for too often
 * @param limit how often it may be asked for, in the time of its rate
 * @param waitMs how long until this may be asked again
 */
export function tooOften(where: string, limit: number, waitMs: number): ServiceError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  const message = `This was asked for too often. Please try again in ${retryAfter} seconds.`;
  return new ServiceError('RATE_LIMIT', message, { limit, where, retryable: true, retryAfter });
}
