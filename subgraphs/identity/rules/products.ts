import type { IdentityServiceKind } from '../officialCodes.ts';

/** The document that a kind of application ends in. */
export interface Product {
  /** `DocumentKind` of the graph. */
  readonly kind: string;
  readonly title: string;
  /** Whether it is a card or paper that is fetched at the counter. */
  readonly collected: boolean;
}

export const products: Readonly<Record<IdentityServiceKind, Product>> = {
  ID_CARD_NEW: { kind: 'ID_CARD', title: 'KTP elektronik', collected: true },
  ID_CARD_REPLACEMENT: { kind: 'ID_CARD', title: 'KTP elektronik', collected: true },
  CHILD_CARD: { kind: 'OTHER', title: 'Kartu Identitas Anak', collected: true },
  DATA_CHANGE: { kind: 'FAMILY_CARD', title: 'Kartu Keluarga', collected: true },
  FAMILY_CARD_CHANGE: { kind: 'FAMILY_CARD', title: 'Kartu Keluarga', collected: true },
  DIGITAL_ID_ACTIVATION: { kind: 'OTHER', title: 'Identitas Kependudukan Digital', collected: false },
};
