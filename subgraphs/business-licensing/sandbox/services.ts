import type { ServiceStandard } from '#kit/application/clock/standard.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import { services as offered, type ServiceName } from '../rules/services.ts';

export type { ServiceName };

/** A service of this agency, with what its sandbox files end in. */
export interface Service {
  readonly kind: LicenseKind;
  readonly code: string;
  readonly standard: ServiceStandard;
  /** `DocumentKind` of the mall. */
  readonly documentKind: string;
  readonly title: string;
  /** The requirement that most files are returned for. */
  readonly oftenMissing: string;
}

export const services: Readonly<Record<ServiceName, Service>> = {
  BUSINESS_NUMBER: {
    ...offered.BUSINESS_NUMBER,
    documentKind: 'BUSINESS_NUMBER',
    title: 'Nomor Induk Berusaha',
    oftenMissing: 'BUSINESS-DATA',
  },
  BASIC_REQUIREMENT: {
    ...offered.BASIC_REQUIREMENT,
    documentKind: 'PERMIT',
    title: 'Persetujuan kesesuaian kegiatan pemanfaatan ruang',
    oftenMissing: 'SITE-COORDINATES',
  },
  STANDARD_CERTIFICATE: {
    ...offered.STANDARD_CERTIFICATE,
    documentKind: 'STANDARD_CERTIFICATE',
    title: 'Sertifikat standar',
    oftenMissing: 'STANDARD-EVIDENCE',
  },
  PERMIT: {
    ...offered.PERMIT,
    documentKind: 'PERMIT',
    title: 'Izin usaha',
    oftenMissing: 'PERMIT-REQUIREMENTS',
  },
  SUPPORTING_LICENSE: {
    ...offered.SUPPORTING_LICENSE,
    documentKind: 'PERMIT',
    title: 'Perizinan penunjang kegiatan usaha',
    oftenMissing: 'SUPPORT-REQUIREMENTS',
  },
  HEALTH_PRACTICE: {
    ...offered.HEALTH_PRACTICE,
    documentKind: 'PERMIT',
    title: 'Surat izin praktik',
    oftenMissing: 'PRACTICE-PLACE',
  },
};
