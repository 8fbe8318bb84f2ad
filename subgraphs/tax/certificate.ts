import type { IssuedCertificate } from '#kit/documents/routes.ts';
import { verifyUrl } from '#kit/documents/verifyUrl.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { withinRegion } from '#kit/withinRegion.ts';
import {
  type StoredApplication,
  type StoredTaxpayer,
  sealedApplication,
  sealedTaxpayer,
  type TaxModels,
} from './model.ts';
import { certificateText } from './rules/certificateText.ts';
import { thisAgency } from './rules/visibility.ts';

/** The letter with this id, of an application that is visible; null when there is none. */
export async function certificateOf(
  models: TaxModels,
  vault: Vault,
  documentId: string,
  visible: { readonly ownerId: string } | { readonly regionPath: string },
): Promise<IssuedCertificate | null> {
  const readable =
    'ownerId' in visible ? { applicantId: visible.ownerId } : { regionCode: withinRegion(visible.regionPath) };
  const stored = await models.TaxApplication.findOne({
    $and: [{ 'outcome.documentId': documentId }, readable],
  }).lean<StoredApplication>();
  if (!stored) return null;
  const application = vault.of(sealedApplication).open(stored);
  const row = await models.Taxpayer.findOne({ _id: application.taxpayerId ?? '' }).lean<StoredTaxpayer>();
  const taxpayer = row && vault.of(sealedTaxpayer).open(row);
  const text = taxpayer && certificateText(application, taxpayer, (code) => verifyUrl(thisAgency, code));
  return text && { ownerId: application.applicantId, text };
}
