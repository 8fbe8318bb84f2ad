import type { DocumentKind } from '../generated/resolvers.ts';
import type { IdentityApplicationRecord } from '../model.ts';

/** What everybody may learn about a document of this office. */
export interface DocumentCheckAnswer {
  readonly valid: boolean;
  readonly kind: DocumentKind | null;
  readonly issuedByCode: string | null;
  readonly issuedOn: string | null;
}

const notValid: DocumentCheckAnswer = { valid: false, kind: null, issuedByCode: null, issuedOn: null };

/** The same answer for everything that was not issued, so that trying codes tells nothing. */
export function checkDocument(application: IdentityApplicationRecord | null): DocumentCheckAnswer {
  if (!application?.outcome) return notValid;
  const { kind, issuedOn } = application.outcome;
  return { valid: true, kind: kind as DocumentKind, issuedByCode: 'DUKCAPIL', issuedOn };
}
