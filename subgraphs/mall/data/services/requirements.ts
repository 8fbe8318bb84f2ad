import type { RequirementFact } from '../types.ts';

/** Requirements that many services share. Those with a register are never asked again (once-only). */
export const idCard = {
  code: 'KTP',
  nameId: 'KTP elektronik',
  mandatory: true,
  documentKind: 'ID_CARD',
  onceOnlySource: 'identity',
} as const satisfies RequirementFact;

export const familyCard = {
  code: 'KK',
  nameId: 'Kartu Keluarga',
  mandatory: true,
  documentKind: 'FAMILY_CARD',
  onceOnlySource: 'identity',
} as const satisfies RequirementFact;

export const birthCertificate = {
  code: 'BIRTH-CERTIFICATE',
  nameId: 'Kutipan akta kelahiran',
  mandatory: true,
  documentKind: 'BIRTH_CERTIFICATE',
  onceOnlySource: 'civil-records',
} as const satisfies RequirementFact;

export const marriageProof = {
  code: 'MARRIAGE-CERTIFICATE',
  nameId: 'Buku nikah atau kutipan akta perkawinan',
  mandatory: true,
  documentKind: 'MARRIAGE_CERTIFICATE',
  onceOnlySource: 'civil-records',
} as const satisfies RequirementFact;

export const businessNumber = {
  code: 'NIB',
  nameId: 'Nomor Induk Berusaha',
  mandatory: true,
  documentKind: 'BUSINESS_NUMBER',
  onceOnlySource: 'business-licensing',
} as const satisfies RequirementFact;

export const taxNumber = {
  code: 'NPWP',
  nameId: 'Nomor Pokok Wajib Pajak',
  mandatory: true,
  documentKind: 'TAX_CARD',
  onceOnlySource: 'tax',
} as const satisfies RequirementFact;

export const taxClearance = {
  code: 'KSWP',
  nameId: 'Konfirmasi Status Wajib Pajak dengan hasil valid',
  mandatory: true,
  documentKind: null,
  onceOnlySource: 'tax',
} as const satisfies RequirementFact;

export const civilEventForm = {
  code: 'F-2.01',
  nameId: 'Formulir pelaporan pencatatan sipil (F-2.01)',
  mandatory: true,
  documentKind: null,
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const populationEventForm = {
  code: 'F-1.02',
  nameId: 'Formulir pendaftaran peristiwa kependudukan (F-1.02)',
  mandatory: true,
  documentKind: null,
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const dataChangeForm = {
  code: 'F-1.06',
  nameId: 'Formulir perubahan elemen data kependudukan (F-1.06)',
  mandatory: true,
  documentKind: null,
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const applicationForm = {
  code: 'APPLICATION-FORM',
  nameId: 'Formulir permohonan yang telah diisi',
  mandatory: true,
  documentKind: null,
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const photo = {
  code: 'PHOTO',
  nameId: 'Pasfoto berwarna terbaru',
  mandatory: true,
  documentKind: 'PHOTO',
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const lossReport = {
  code: 'LOSS-REPORT',
  nameId: 'Surat keterangan kehilangan dari kepolisian, apabila dokumen hilang',
  mandatory: false,
  documentKind: 'OTHER',
  onceOnlySource: null,
} as const satisfies RequirementFact;

export const proxyLetter = {
  code: 'PROXY-LETTER',
  nameId: 'Surat kuasa bermeterai, apabila dikuasakan',
  mandatory: false,
  documentKind: 'OTHER',
  onceOnlySource: null,
} as const satisfies RequirementFact;
