import type { Faults } from '#kit/userErrors.ts';
import type { RegisterEntry } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { ageOn } from './age.ts';

/** The most documents that one application is handed in with. */
export const mostDocuments = 20;
/** From this age on a child's card shows a photograph (Permendagri 2/2016). */
const photoAge = 5;

/** A document as it was sent. */
export interface SentDocument {
  readonly kind: string;
  readonly requirementCode: string | null;
  readonly state: 'REGISTERED' | 'UPLOADED';
}

/**
 * Checks what is handed in with an application: each document was sent, and what the service needs is among them. What a
 * register holds is not asked for (once-only).
 *
 * @param documents in the order that they were named; null for one that is not the applicant's
 */
export function checkEvidence(
  kind: IdentityServiceKind,
  documents: readonly (SentDocument | null)[],
  subject: RegisterEntry,
  { today, faults, path }: { readonly today: string; readonly faults: Faults; readonly path: string },
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
  const missing = missingEvidence(kind, documents, ageOn(subject.birthDate, today));
  if (missing) faults.add(missing, path);
}

function missingEvidence(
  kind: IdentityServiceKind,
  documents: readonly (SentDocument | null)[],
  age: number,
): string | null {
  const isPhoto = (document: SentDocument | null) =>
    document?.kind === 'PHOTO' || document?.requirementCode === 'PHOTO';
  switch (kind) {
    case 'DATA_CHANGE':
      return documents.length > 0 ? null : 'Please hand in a document that proves the change.';
    case 'FAMILY_CARD_CHANGE':
      return documents.length > 0 ? null : 'Please hand in a document that proves what happened.';
    case 'ID_CARD_REPLACEMENT':
      return documents.length > 0 ? null : 'Please hand in the report of the loss, or a picture of the old card.';
    case 'CHILD_CARD':
      return age < photoAge || documents.some(isPhoto) ? null : `From the age of ${photoAge} a photograph is needed.`;
    default:
      return null;
  }
}
