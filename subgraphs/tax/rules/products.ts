import type { TaxServiceKind } from '../model.ts';

/** The document that a kind of application ends in. */
export interface Product {
  /** `DocumentKind` of the graph. */
  readonly kind: 'TAX_CARD' | 'OTHER';
  readonly title: string;
  readonly titleEn: string;
}

export const products: Readonly<Record<TaxServiceKind, Product>> = {
  REGISTRATION: { kind: 'TAX_CARD', title: 'Kartu NPWP', titleEn: 'Tax Card' },
  NIK_MATCHING: {
    kind: 'TAX_CARD',
    title: 'Bukti pemadanan NIK dan NPWP',
    titleEn: 'Proof of the Matching of Identity and Tax Number',
  },
  DATA_CHANGE: { kind: 'OTHER', title: 'Surat keterangan terdaftar', titleEn: 'Certificate of Registration' },
  SET_NON_EFFECTIVE: {
    kind: 'OTHER',
    title: 'Surat penetapan wajib pajak nonaktif',
    titleEn: 'Decision that a Taxpayer is Non-Effective',
  },
  TAX_CLEARANCE_LETTER: { kind: 'OTHER', title: 'Surat Keterangan Fiskal', titleEn: 'Letter of Tax Clearance' },
};
