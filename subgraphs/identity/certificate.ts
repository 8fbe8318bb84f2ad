import type { IssuedCertificate } from '#kit/documents/routes.ts';
import { verifyUrl } from '#kit/documents/verifyUrl.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { withinRegion } from '#kit/withinRegion.ts';
import { type IdentityModels, type StoredApplication, sealedApplication, sealedEntry } from './model.ts';
import { certificateText } from './rules/certificateText.ts';
import { thisAgency } from './rules/visibility.ts';

/** The proof with this id that a document was issued, where it is visible; null when there is none. */
export async function certificateOf(
  { applications, citizens }: IdentityModels,
  vault: Vault,
  documentId: string,
  visible: { readonly ownerId: string } | { readonly regionPath: string },
): Promise<IssuedCertificate | null> {
  const row =
    'ownerId' in visible ? { applicantId: visible.ownerId } : { regionCode: withinRegion(visible.regionPath) };
  const stored = await applications
    .findOne({ $and: [{ 'outcome.documentId': documentId }, row] })
    .lean<StoredApplication | null>();
  if (!stored) return null;
  const application = vault.of(sealedApplication).open(stored);
  const subject = await citizens.findOne({ _id: application.subjectId }).lean();
  if (!subject) return null;
  const text = certificateText(application, vault.of(sealedEntry).open(subject), (code) => verifyUrl(thisAgency, code));
  return text && { ownerId: application.applicantId, text };
}
