import type { Principal } from '#kit/principal.ts';
import { castStaff, type StaffSlug } from '#kit/sandbox/cast.ts';
import type { SyntheticHousehold } from '#kit/sandbox/population.ts';
import { staffNumberOf } from '#kit/sandbox/staffNumbers.ts';
import type { CredentialRecord, StaffRecord } from '../one-id/model.ts';
import { digestOfPin } from '../one-id/pin/digest.ts';

/** The PIN of everybody of the cast, in the sandbox only: it is printed in the README. */
export const sandboxPin = '246810';

/** What the cast signs in with. Nobody else of the sandbox has a PIN: hashing one takes a tenth of a second. */
export function credentialsOf(households: readonly SyntheticHousehold[], now: Date): Promise<CredentialRecord[]> {
  const cast = households.flatMap(({ members }) => members).filter(({ persona }) => persona !== null);
  const ids = [...cast.map(({ id }) => id), ...staffOfTheCast().map(({ _id }) => _id)];
  return Promise.all(ids.map(async (id) => ({ _id: id, pin: await digestOfPin(sandboxPin), changedAt: now })));
}

/** The accounts of everybody of the cast who signs in for their work. */
export function staffOfTheCast(): StaffRecord[] {
  return Object.entries(castStaff).flatMap(([slug, principal]) => {
    const staffNumber = staffNumberOf(slug as StaffSlug);
    if (staffNumber === null || principal.kind === 'service') return [];
    const { id, kind: role, scopes } = principal;
    const works = { agency: null, mall: null, region: null, ...placeOf(principal) };
    return [{ _id: id, staffNumber, status: 'ACTIVE', role, scopes: [...scopes], ...works }];
  });
}

function placeOf(principal: Exclude<Principal, { kind: 'anonymous' }>) {
  if (principal.kind === 'officer') return { agency: principal.agency, region: principal.region };
  return principal.kind === 'clerk' ? { mall: principal.mall, region: principal.region } : {};
}
