import { conflict } from '#kit/errors.ts';
import type { ReturnReceipt, TaxpayerRecord, TaxReturnRecord, TaxServiceKind } from '../model.ts';
import { confirmStatus, withReceipts } from './clearance.ts';

/** What the register says of an application when it is about to be granted. */
export interface Grant {
  readonly kind: TaxServiceKind;
  /** Null for one who is not registered. */
  readonly taxpayer: TaxpayerRecord | null;
  readonly receipts: readonly ReturnReceipt[];
  readonly returns: readonly TaxReturnRecord[];
  /** The taxpayer who has the identity number that was stated. */
  readonly ownerOfNumber: string | null;
  readonly isRegistered: boolean;
  readonly now: Date;
}

/**
 * Checks once more what the applicant cannot be told when applying, or what may have changed since.
 *
 * @throws CONFLICT when the register does not allow it
 */
export function assertMayBeGranted(grant: Grant): void {
  const { kind, taxpayer, ownerOfNumber } = grant;
  if (ownerOfNumber !== null && ownerOfNumber !== taxpayer?._id) {
    throw conflict('The identity number stated is that of another taxpayer.');
  }
  if (kind === 'REGISTRATION' && grant.isRegistered) throw conflict('The applicant has been registered meanwhile.');
  if (kind !== 'TAX_CLEARANCE_LETTER') return;
  const reasons = taxpayer
    ? confirmStatus(taxpayer, withReceipts(grant.returns, grant.receipts), grant.now).reasons
    : ['TAXPAYER_NOT_FOUND'];
  if (reasons.length > 0) throw conflict(`The tax status is not valid: ${reasons.join(', ')}.`);
}
