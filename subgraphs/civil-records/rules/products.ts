import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { CivilApplicationRecord, EventKind, LifeEventOutputRecord, LifeEventProduct } from '../model.ts';

/** The document that a kind of report ends in. */
export interface Product {
  /** The first requirement of the service in the mall's catalogue, which is returned when it cannot be read. */
  readonly requirementCode: string;
  /** `DocumentKind` of the graph. */
  readonly documentKind: string;
  readonly title: string;
}

export const products: Readonly<Record<EventKind, Product>> = {
  BIRTH: product('BIRTH-LETTER', 'BIRTH_CERTIFICATE', 'Kutipan akta kelahiran'),
  STILLBIRTH: product('STILLBIRTH-LETTER', 'OTHER', 'Surat keterangan lahir mati'),
  DEATH: product('DEATH-LETTER', 'DEATH_CERTIFICATE', 'Kutipan akta kematian'),
  MARRIAGE: product('RELIGIOUS-MARRIAGE-LETTER', 'MARRIAGE_CERTIFICATE', 'Kutipan akta perkawinan'),
  DIVORCE: product('COURT-DECISION', 'OTHER', 'Kutipan akta perceraian'),
  ACKNOWLEDGEMENT: product('ACKNOWLEDGEMENT-LETTER', 'OTHER', 'Kutipan akta pengakuan anak'),
  ADOPTION: product('COURT-DECISION', 'OTHER', 'Catatan pinggir pengangkatan anak'),
  MOVE: product('F-1.03', 'MOVE_LETTER', 'Surat keterangan pindah (SKPWNI)'),
  NAME_CHANGE: product('COURT-DECISION', 'OTHER', 'Catatan pinggir perubahan nama'),
};

/** By which service of the population office each of its products is asked for. A NIK is given with the family card. */
const madeBy: Readonly<Record<Exclude<LifeEventProduct, 'CERTIFICATE'>, string>> = {
  FAMILY_CARD: 'IDENTITY-FAMILY-CARD-CHANGE',
  IDENTITY_NUMBER: 'IDENTITY-FAMILY-CARD-CHANGE',
  CHILD_CARD: 'IDENTITY-CHILD-CARD',
  ID_CARD: 'IDENTITY-ID-CARD-REPLACEMENT',
};

const endedWithout: readonly ApplicationStatus[] = ['REJECTED', 'WITHDRAWN', 'EXPIRED'];

/**
 * What one report leads to. This office issues its certificate or letter; what the population office makes can be asked
 * for there from the moment that the event is registered. Nothing is said here of how far that office is.
 */
export function bundleOf(
  application: Pick<CivilApplicationRecord, 'kind' | 'report' | 'outcome' | 'status'>,
): LifeEventOutputRecord[] {
  const { outcome, status } = application;
  const isDropped = endedWithout.includes(status);
  const before = isDropped ? 'DROPPED' : 'WAITING';
  return [
    {
      product: 'CERTIFICATE',
      state: outcome ? 'ISSUED' : before,
      serviceCode: null,
      documentId: outcome?.documentId ?? null,
    },
    ...othersOf(application).map((other) => ({
      product: other,
      state: outcome ? ('AVAILABLE' as const) : (before as 'DROPPED' | 'WAITING'),
      serviceCode: madeBy[other],
      documentId: null,
    })),
  ];
}

/** The products of the population office, by the event (practice of the integrated services of Disdukcapil). */
function othersOf({
  kind,
  report,
}: Pick<CivilApplicationRecord, 'kind' | 'report'>): Exclude<LifeEventProduct, 'CERTIFICATE'>[] {
  if (report?.kind === 'BIRTH') return report.alsoIssue.filter((other) => other !== 'CERTIFICATE');
  switch (kind) {
    case 'BIRTH':
      return ['FAMILY_CARD', 'CHILD_CARD', 'IDENTITY_NUMBER'];
    case 'DEATH':
    case 'MARRIAGE':
    case 'DIVORCE':
    case 'MOVE':
      return ['FAMILY_CARD', 'ID_CARD'];
    default:
      return [];
  }
}

function product(requirementCode: string, documentKind: string, title: string): Product {
  return { requirementCode, documentKind, title };
}
