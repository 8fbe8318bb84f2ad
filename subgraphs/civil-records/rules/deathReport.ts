import type { DeathCause } from '../codes.ts';
import { relativesOf } from './relatives.ts';
import { type Reporter, type Stated, statedDay, statedName, statedText } from './stated.ts';

/** `DeathFactsInput` of the graph. */
export interface DeathFacts {
  readonly deceasedId: string;
  readonly deceasedName: string;
  readonly deathDate: string;
  readonly deathPlace: string;
  readonly cause?: DeathCause | null | undefined;
}

/** The death of somebody of the citizen's family, as the register knows it. */
export function stateDeath(facts: DeathFacts, reporter: Reporter): Stated {
  const { citizenId, records, faults, path } = reporter;
  const { deceasedId } = facts;
  if (!relativesOf(citizenId, records).all.has(deceasedId)) {
    faults.add('You can report the death of your husband or wife, parent or child.', `${path}.deceasedId`);
  }
  return {
    subjectId: deceasedId,
    eventDate: statedDay(facts.deathDate, 'deathDate', reporter),
    destinationVillageCode: null,
    report: {
      kind: 'DEATH',
      deceasedId,
      deceasedName: statedName(facts.deceasedName, 'deceasedName', reporter),
      deathPlace: statedText(facts.deathPlace, 'deathPlace', reporter),
      cause: facts.cause ?? null,
      familyIds: [...new Set([citizenId, ...relativesOf(deceasedId, records).all])],
    },
  };
}
