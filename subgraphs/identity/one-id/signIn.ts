import { createHmac } from 'node:crypto';
import { anonymous } from '#kit/principal.ts';
import type { MountRequest } from '#kit/subgraph.ts';
import { identityLoaders } from '../loaders.ts';
import type { IdentityModels } from '../model.ts';
import { type OneIdModels, sealedCredential } from './model.ts';
import { isPin, type PinHash } from './pin/digest.ts';
import { TooBusy } from './pin/hashPool.ts';
import { triesCounter } from './tries.ts';

export type SignInOutcome =
  | { readonly kind: 'SIGNED_IN'; readonly citizenId: string }
  /** The NIK is unknown, the PIN is wrong, or the digital identity is not active or blocked: nobody learns which. */
  | { readonly kind: 'REFUSED' }
  | { readonly kind: 'TOO_MANY_TRIES' }
  | { readonly kind: 'TOO_BUSY' };

export interface SignInAttempt {
  /** 16 digits. */
  readonly nik: string;
  readonly pin: string;
  readonly address: string;
  readonly now: Date;
}

/**
 * Makes the check of NIK and PIN against the digital identity (Permendagri 72/2022: an identity is used after it was
 * activated). Whatever is wrong, the same steps are taken in the same order, so that the answer and its time tell
 * nothing about whether a NIK exists.
 *
 * @param countingKey hides accounts and addresses in the keys of the counters
 */
export function signInCheck(
  { models, vault }: Pick<MountRequest<IdentityModels & OneIdModels>, 'models' | 'vault'>,
  hash: PinHash,
  countingKey: Buffer,
) {
  const countTry = triesCounter(models);
  const keyOf = (kind: string, value: string) =>
    createHmac('sha256', countingKey).update(`${kind}:${value}`).digest('base64url');

  return async ({ nik, pin, address, now }: SignInAttempt): Promise<SignInOutcome> => {
    const ofAddress = await countTry(keyOf('address', address), now);
    if (!ofAddress) return { kind: 'TOO_MANY_TRIES' };
    const ofAccount = await countTry(keyOf('account', nik), now);
    if (!ofAccount) return { kind: 'TOO_MANY_TRIES' };
    const giveBack = () => Promise.all([ofAddress.giveBack(), ofAccount.giveBack()]);

    const { registerEntryByNik } = identityLoaders({ models, vault, principal: anonymous, now });
    const entry = await registerEntryByNik.load(nik);
    const stored = await models.credentials.findOne({ _id: entry?._id ?? 'nobody' }).lean();
    const credential = stored && vault.of(sealedCredential).open(stored);
    try {
      const isRight = await isPin(pin, credential?.pin ?? null, hash);
      if (!isRight || !entry || entry.digitalIdentityStatus !== 'ACTIVE') return { kind: 'REFUSED' };
    } catch (error) {
      if (!(error instanceof TooBusy)) throw error;
      await giveBack();
      return { kind: 'TOO_BUSY' };
    }
    await giveBack();
    return { kind: 'SIGNED_IN', citizenId: entry._id };
  };
}

/** Whether a citizen may still be signed in: asked again whenever a token is issued. */
export async function hasActiveIdentity({ citizens }: IdentityModels, citizenId: string): Promise<boolean> {
  const entry = await citizens.findOne({ _id: citizenId }, { digitalIdentityStatus: 1 }).lean();
  return entry?.digitalIdentityStatus === 'ACTIVE';
}
