import type { DocumentKind } from '../data/types.ts';

const kinds: ReadonlySet<string> = new Set<DocumentKind>([
  'ID_CARD',
  'FAMILY_CARD',
  'BIRTH_CERTIFICATE',
  'MARRIAGE_CERTIFICATE',
  'DEATH_CERTIFICATE',
  'MOVE_LETTER',
  'BUSINESS_NUMBER',
  'STANDARD_CERTIFICATE',
  'PERMIT',
  'TAX_CARD',
  'TAX_RETURN_RECEIPT',
  'BIRTH_STATEMENT',
  'COURT_DECISION',
  'PHOTO',
]);

/** A kind that the graph does not know is some other document. */
export function documentKind(kind: string): DocumentKind {
  return kinds.has(kind) ? (kind as DocumentKind) : 'OTHER';
}
