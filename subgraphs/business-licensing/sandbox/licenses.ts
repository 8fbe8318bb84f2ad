import { opaqueId } from '#kit/sandbox/random.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import type { BusinessClassificationRecord, BusinessRecord, LicenseRecord } from '../model.ts';
import { activityById, requirementOf } from './activities.ts';
import type { Filing } from './filing.ts';

/** The name of a licence, as it is printed on it. */
export function licenseName(kind: LicenseKind, activity: BusinessClassificationRecord | null): string {
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
 * The licences of a business that no application stands for: what its owner stated by themselves, and what is still to
 * be applied for.
 */
export function licensesWithoutApplication(business: BusinessRecord, filings: readonly Filing[]): LicenseRecord[] {
  return business.projects.flatMap((project) => {
    const { licenses, riskLevel, authority } = requirementOf(business, project);
    const applied = filings
      .filter(({ application }) => application.projectId === project.id)
      .map(({ application }) => application.kind);
    const open = licenses.filter((kind) => kind !== 'BUSINESS_NUMBER' && !applied.includes(kind));
    return open.map((kind): LicenseRecord => {
      const stated = kind === 'STANDARD_CERTIFICATE' && riskLevel === 'MEDIUM_LOW';
      return {
        _id: opaqueId('lic', project.id, kind),
        ownerId: business.ownerId,
        regionPath: business.regionPath,
        nib: business._id,
        kind,
        name: licenseName(kind, activityById(project.classificationId)),
        number: null,
        status: stated ? 'SELF_DECLARED' : 'REQUIRED',
        authority,
        agencyCode: 'DPMPTSP',
        issuedAt: stated ? business.issuedAt : null,
        validUntil: null,
        documentId: null,
      };
    });
  });
}
