import type { Faults } from '#kit/userErrors.ts';
import type { CivilReport } from '../model.ts';

/** The most documents that one application is handed in with. */
export const mostDocuments = 20;

/** A document as it was sent. */
export interface SentDocument {
  readonly requirementCode: string | null;
  readonly state: 'REGISTERED' | 'UPLOADED';
}

/**
 * What proves each event, any one of them. A report after its limit needs the same. Of a move the form is enough: the
 * register holds the family card.
 *
 * Source: Perpres 96/2018; the project's domain notes, section 2.3. F-2.03 is the statement in place of a birth letter.
 */
const proofs: Readonly<Record<CivilReport['kind'], { readonly codes: readonly string[]; readonly words: string }>> = {
  BIRTH: {
    codes: ['BIRTH-LETTER', 'F-2.03'],
    words: 'Please hand in the birth letter, or the statement F-2.03 in its place.',
  },
  DEATH: { codes: ['DEATH-LETTER'], words: 'Please hand in the letter that states the death.' },
  MOVE: { codes: [], words: '' },
};

/**
 * Checks what is handed in with a report: each document was sent, and what proves the event is among them.
 *
 * @param documents in the order that they were named; null for one that is not the applicant's
 */
export function checkEvidence(
  kind: CivilReport['kind'],
  documents: readonly (SentDocument | null)[],
  { faults, path }: { readonly faults: Faults; readonly path: string },
): void {
  if (documents.length > mostDocuments) {
    faults.add(`Please hand in ${mostDocuments} documents at most.`, path);
    return;
  }
  documents.forEach((document, index) => {
    if (document?.state !== 'UPLOADED') {
      faults.add('Please send each document before you hand it in.', `${path}.${index}`);
    }
  });
  const { codes, words } = proofs[kind];
  const proves = documents.some((document) => codes.includes(document?.requirementCode ?? ''));
  if (codes.length > 0 && !proves) faults.add(words, path);
}
