import { GraphQLError } from 'graphql';
import type { ErrorCode } from '#kit/errors.ts';
import type { Path } from '../call/node.ts';
import { clientsName } from '../plan/privateNames.ts';
import type { RefusalReason } from './permissions.ts';
import type { Refusal } from './withholding.ts';

/** For how many places one refusal is told; of the others only the pattern is. */
export const mostPlaces = 20;

const code: ErrorCode = 'UNAUTHORIZED_FIELD_OR_TYPE';
const words: Readonly<Record<RefusalReason, string>> = {
  UNAUTHENTICATED: 'Please sign in first.',
  FORBIDDEN: 'You may not see or do this.',
};

/**
 * Words what was withheld: an error for each place, up to a number.
 *
 * @param places where in the data it was found to be null; the refusal itself lies at or below
 */
export function refusalErrors({ reason, below }: Refusal, places: readonly Path[]): GraphQLError[] {
  const isInList = below.includes('@');
  const known = isInList ? below.slice(0, below.indexOf('@')) : below;
  const message = words[reason];
  const missing = (place: Path) => [[...place.map(patternOf), ...below].join('.')];
  const errors = places.slice(0, mostPlaces).map((place) => {
    const extensions = { code, reason, ...(isInList ? { missing: missing(place) } : {}) };
    return new GraphQLError(message, { path: [...place.map(clientsStep), ...known], extensions });
  });
  const [next] = places.slice(mostPlaces);
  if (next) errors.push(new GraphQLError(message, { extensions: { code, reason, missing: missing(next) } }));
  return errors;
}

function clientsStep(step: string | number): string | number {
  return typeof step === 'number' ? step : clientsName(step);
}

function patternOf(step: string | number): string {
  return typeof step === 'number' ? '@' : clientsName(step);
}
