import type { SyntheticHousehold } from '#kit/sandbox/population.ts';
import type { CredentialRecord } from '../one-id/model.ts';
import { digestOfPin } from '../one-id/pin/digest.ts';

/** The PIN of every citizen of the cast, in the sandbox only: it is printed in the README. */
export const sandboxPin = '246810';

/** What the cast signs in with. Nobody else of the sandbox has a PIN: hashing one takes a tenth of a second. */
export function credentialsOf(households: readonly SyntheticHousehold[], now: Date): Promise<CredentialRecord[]> {
  const cast = households.flatMap(({ members }) => members).filter(({ persona }) => persona !== null);
  return Promise.all(cast.map(async ({ id }) => ({ _id: id, pin: await digestOfPin(sandboxPin), changedAt: now })));
}
