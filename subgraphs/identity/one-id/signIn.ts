import { createHmac } from 'node:crypto';
import type { MountRequest } from '#kit/subgraph.ts';
import type { IdentityModels } from '../model.ts';
import { findHolder } from './accounts.ts';
import { type OneIdModels, sealedCredential } from './model.ts';
import { isPin, type PinHash } from './pin/digest.ts';
import { TooBusy } from './pin/hashPool.ts';
import { triesCounter } from './tries.ts';

export type SignInOutcome =
  | { readonly kind: 'SIGNED_IN'; readonly accountId: string }
  /** The number is unknown, the PIN is wrong, or the account is not active or blocked: nobody learns which. */
  | { readonly kind: 'REFUSED' }
  | { readonly kind: 'TOO_MANY_TRIES' }
  | { readonly kind: 'TOO_BUSY' };

export interface SignInAttempt {
  /** A NIK of 16 digits, or a staff number of 18. */
  readonly number: string;
  readonly pin: string;
  readonly address: string;
  readonly now: Date;
}

/**
 * Makes the check of number and PIN: of citizens against the digital identity (Permendagri 72/2022: an identity is used
 * after it was activated), of staff against their account. Whatever is wrong, the same steps are taken in the same order, so that the answer and its time tell
 * nothing about whether a number exists.
 *
 * @param countingKey hides accounts and addresses in the keys of the counters
 * @param lockedOut is told of a try on an account that had its five; nothing waits for it
 */
export function signInCheck(
  request: Pick<MountRequest<IdentityModels & OneIdModels>, 'models' | 'vault'>,
  hash: PinHash,
  countingKey: Buffer,
  lockedOut: (number: string, now: Date) => void = () => {},
) {
  const { models, vault } = request;
  const countTry = triesCounter(models);
  const keyOf = (kind: string, value: string) =>
    createHmac('sha256', countingKey).update(`${kind}:${value}`).digest('base64url');

  return async ({ number, pin, address, now }: SignInAttempt): Promise<SignInOutcome> => {
    const ofAddress = await countTry(keyOf('address', address), now);
    if (!ofAddress) return { kind: 'TOO_MANY_TRIES' };
    const ofAccount = await countTry(keyOf('account', number), now);
    if (!ofAccount) {
      lockedOut(number, now);
      return { kind: 'TOO_MANY_TRIES' };
    }
    const giveBack = () => Promise.all([ofAddress.giveBack(), ofAccount.giveBack()]);

    const holder = await findHolder(request, number, now);
    const stored = await models.credentials.findOne({ _id: holder?.id ?? 'nobody' }).lean();
    const credential = stored && vault.of(sealedCredential).open(stored);
    try {
      const isRight = await isPin(pin, credential?.pin ?? null, hash);
      if (!isRight || !holder?.isActive) return { kind: 'REFUSED' };
    } catch (error) {
      if (!(error instanceof TooBusy)) throw error;
      await giveBack();
      return { kind: 'TOO_BUSY' };
    }
    await giveBack();
    return { kind: 'SIGNED_IN', accountId: holder.id };
  };
}
