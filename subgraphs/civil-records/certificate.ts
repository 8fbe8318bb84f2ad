import type { IssuedCertificate } from '#kit/documents/routes.ts';
import { verifyUrl } from '#kit/documents/verifyUrl.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { withinRegion } from '#kit/withinRegion.ts';
import { type CivilModels, type StoredApplication, type StoredRecord, sealedApplication } from './model.ts';
import { certificateText } from './rules/certificateText.ts';
import { thisAgency } from './rules/visibility.ts';

/** The certificate with this id, of a report that is visible; null when there is none, or it is on paper. */
export async function certificateOf(
  models: CivilModels,
  vault: Vault,
  documentId: string,
  visible: { readonly ownerId: string } | { readonly regionPath: string },
): Promise<IssuedCertificate | null> {
  const isVisible =
    'ownerId' in visible ? { applicantId: visible.ownerId } : { regionCode: withinRegion(visible.regionPath) };
  const stored = await models.CivilApplication.findOne({
    $and: [{ 'outcome.documentId': documentId }, isVisible],
  }).lean<StoredApplication>();
  const record = stored && (await models.CivilRecord.findOne({ applicationId: stored._id }).lean<StoredRecord>());
  if (!stored || !record) return null;
  const application = vault.of(sealedApplication).open(stored);
  const registered = { number: record._id, withdrawnOn: record.certificate?.withdrawnOn ?? null };
  const text = certificateText(application, registered, (code) => verifyUrl(thisAgency, code));
  return text && { ownerId: application.applicantId, text };
}
