import { opaqueId } from '#kit/opaqueId.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import type { BusinessClassificationRecord, BusinessProjectRecord, BusinessRecord, LicenseRecord } from '../model.ts';
import type { Requirement } from './requirement.ts';

/** The name of a licence, as it is printed on it. */
export function licenseName(kind: LicenseKind, activity: Pick<BusinessClassificationRecord, 'title'> | null): string {
  const title = activity?.title ?? '';
  switch (kind) {
    case 'BUSINESS_NUMBER':
      return 'Nomor Induk Berusaha';
    case 'BASIC_REQUIREMENT':
      return 'Persetujuan kesesuaian kegiatan pemanfaatan ruang';
    case 'STANDARD_CERTIFICATE':
      return `Sertifikat standar ${title}`;
    case 'PERMIT':
      return `Izin ${title}`;
    case 'SUPPORTING_LICENSE':
      return `Perizinan penunjang ${title}`;
  }
}

/**
 * The licences that a project has or needs from its first day, beside the number of the business: what its owner stated
 * by themselves (medium-low risk), and what is still to be applied for.
 */
export function firstLicenses(
  business: BusinessRecord,
  project: BusinessProjectRecord,
  { licenses, riskLevel, authority }: Requirement,
  activity: Pick<BusinessClassificationRecord, 'title'>,
): LicenseRecord[] {
  return licenses
    .filter((kind) => kind !== 'BUSINESS_NUMBER')
    .map((kind): LicenseRecord => {
      const stated = kind === 'STANDARD_CERTIFICATE' && riskLevel === 'MEDIUM_LOW';
      return {
        _id: firstLicenseId(project.id, kind),
        ownerId: business.ownerId,
        regionPath: business.regionPath,
        nib: business._id,
        kind,
        name: licenseName(kind, activity),
        number: null,
        status: stated ? 'SELF_DECLARED' : 'REQUIRED',
        authority,
        agencyCode: 'DPMPTSP',
        issuedAt: stated ? business.issuedAt : null,
        validUntil: null,
        documentId: null,
      };
    });
}

/** The id of the licence of a kind that a project needs: an application for it is about this very licence. */
export function firstLicenseId(projectId: string, kind: LicenseKind): string {
  return opaqueId('lic', projectId, kind);
}
