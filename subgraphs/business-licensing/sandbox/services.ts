import type { ClockStart } from '#kit/application/lifecycle.ts';
import type { LicenseKind } from '../generated/resolvers.ts';

export type ServiceName =
  | 'BUSINESS_NUMBER'
  | 'BASIC_REQUIREMENT'
  | 'STANDARD_CERTIFICATE'
  | 'PERMIT'
  | 'SUPPORTING_LICENSE'
  | 'HEALTH_PRACTICE';

/** What the mall's catalogue says of a service of this agency, as far as the sandbox needs it. */
export interface Service {
  readonly kind: LicenseKind;
  readonly code: string;
  readonly clockStart: ClockStart;
  /** `DocumentKind` of the mall. */
  readonly documentKind: string;
  readonly title: string;
  /** The requirement that most files are returned for. */
  readonly oftenMissing: string;
}

export const services: Readonly<Record<ServiceName, Service>> = {
  BUSINESS_NUMBER: {
    kind: 'BUSINESS_NUMBER',
    code: 'LICENSING-BUSINESS-NUMBER',
    clockStart: 'SUBMITTED',
    documentKind: 'BUSINESS_NUMBER',
    title: 'Nomor Induk Berusaha',
    oftenMissing: 'BUSINESS-DATA',
  },
  BASIC_REQUIREMENT: {
    kind: 'BASIC_REQUIREMENT',
    code: 'LICENSING-BASIC-REQUIREMENT',
    clockStart: 'DOCUMENTS_COMPLETE',
    documentKind: 'PERMIT',
    title: 'Persetujuan kesesuaian kegiatan pemanfaatan ruang',
    oftenMissing: 'SITE-COORDINATES',
  },
  STANDARD_CERTIFICATE: {
    kind: 'STANDARD_CERTIFICATE',
    code: 'LICENSING-STANDARD-CERTIFICATE',
    clockStart: 'DOCUMENTS_COMPLETE',
    documentKind: 'STANDARD_CERTIFICATE',
    title: 'Sertifikat standar',
    oftenMissing: 'STANDARD-EVIDENCE',
  },
  PERMIT: {
    kind: 'PERMIT',
    code: 'LICENSING-PERMIT',
    clockStart: 'DOCUMENTS_COMPLETE',
    documentKind: 'PERMIT',
    title: 'Izin usaha',
    oftenMissing: 'PERMIT-REQUIREMENTS',
  },
  SUPPORTING_LICENSE: {
    kind: 'SUPPORTING_LICENSE',
    code: 'LICENSING-SUPPORTING-LICENSE',
    clockStart: 'DOCUMENTS_COMPLETE',
    documentKind: 'PERMIT',
    title: 'Perizinan penunjang kegiatan usaha',
    oftenMissing: 'SUPPORT-REQUIREMENTS',
  },
  HEALTH_PRACTICE: {
    kind: 'SUPPORTING_LICENSE',
    code: 'LICENSING-HEALTH-PRACTICE',
    clockStart: 'DOCUMENTS_COMPLETE',
    documentKind: 'PERMIT',
    title: 'Surat izin praktik',
    oftenMissing: 'PRACTICE-PLACE',
  },
};
