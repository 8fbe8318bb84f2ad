import { asOfficer } from '../../testing/builders.ts';
import { Disclosures } from '../disclosures.ts';
import type { AccessNote } from '../entry.ts';

const officer = asOfficer('tax', '35.10', []);

/** A note of a read of this citizen's data. */
export function aNote(subject = 'ctz-1'): AccessNote {
  const disclosures = aDisclosure();
  disclosures.noteRead('Taxpayer.name', [subject]);
  const [note] = disclosures.notes();
  if (!note) throw new Error('Nothing was noted.');
  return note;
}

/** What a request of an officer disclosed: nothing yet, or a refusal. */
export function aDisclosure(refusal?: { refused: string; subject: string | null }): Disclosures {
  const disclosures = new Disclosures({ principal: officer, purpose: 'a test', requestId: 'r-1' }, new Date(0));
  if (refusal) {
    const { refused: coordinate, subject } = refusal;
    disclosures.noteRefusal({ coordinate, subject, decision: 'FORBIDDEN' });
  }
  return disclosures;
}
