import type { IssuedCertificate } from '#kit/documents/routes.ts';
import { verifyUrl } from '#kit/documents/verifyUrl.ts';
import type { Vault } from '#kit/vault/vault.ts';
import {
  type LicensingModels,
  type StoredBusiness,
  type StoredLicense,
  sealedBusiness,
  sealedLicense,
} from './model.ts';
import { certificateText } from './rules/certificateText.ts';
import { thisAgency } from './rules/visibility.ts';

/** The certificate with this id, of a licence that is visible; null when there is none, or nothing was issued yet. */
export async function certificateOf(
  models: LicensingModels,
  vault: Vault,
  documentId: string,
  visible: { readonly ownerId: string } | { readonly regionPath: string },
): Promise<IssuedCertificate | null> {
  const stored = await models.licenses.findOne({ $and: [{ documentId }, visible] }).lean<StoredLicense>();
  if (!stored) return null;
  const license = vault.of(sealedLicense).open(stored);
  const business = license.nib === null ? null : await findBusiness(models, vault, license.nib);
  const text = certificateText(license, business, (code) => verifyUrl(thisAgency, code));
  return text && { ownerId: license.ownerId, text };
}

async function findBusiness(models: LicensingModels, vault: Vault, nib: string) {
  const stored = await models.businesses.findOne({ _id: nib }).lean<StoredBusiness>();
  return stored && vault.of(sealedBusiness).open(stored);
}
