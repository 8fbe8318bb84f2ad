import type { ApplicationFile } from '../application/file.ts';

/** What a seed says of an application's file; the rest follows, or is that of a file that everybody was told of. */
export type SeededFile = Pick<
  ApplicationFile,
  '_id' | 'applicantId' | 'serviceCode' | 'channel' | 'regionCode' | 'steps' | 'pendingAction' | 'outcome'
> &
  Partial<Pick<ApplicationFile, 'submittedById' | 'billingCode' | 'documentIds' | 'dueAt'>>;

/**
 * The file of a sandbox application: told already, and submitted under a key that no client can ask for.
 *
 * @throws RangeError for a file without a step
 */
export function seededFile(facts: SeededFile): ApplicationFile {
  const [first, last] = [facts.steps[0], facts.steps.at(-1)];
  if (!first || !last) throw new RangeError('A seeded application has at least one step.');
  return {
    submittedById: facts.applicantId,
    billingCode: null,
    documentIds: [],
    dueAt: null,
    ...facts,
    status: last.to,
    sequence: last.sequence,
    request: { key: `seed:${facts._id}`, digest: '', at: first.at },
    telling: { after: null, tries: 0, parked: false },
  };
}
