import type { TaxApplicationRecord, TaxServiceKind } from '../model.ts';

/** What everybody may learn about a letter. */
export interface TaxLetterCheckAnswer {
  readonly valid: boolean;
  readonly kind: TaxServiceKind | null;
  readonly issuedOn: string | null;
}

/** The same answer for every code that no letter has, so that trying codes tells nothing. */
export function checkLetter(application: TaxApplicationRecord | null): TaxLetterCheckAnswer {
  if (!application?.outcome) return { valid: false, kind: null, issuedOn: null };
  return { valid: true, kind: application.kind, issuedOn: application.outcome.issuedOn };
}
