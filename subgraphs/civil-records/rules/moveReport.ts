import { isVillage } from '#kit/regionCode.ts';
import type { MoveReason, MoveWho } from '../codes.ts';
import { relativesOf } from './relatives.ts';
import { type Reporter, type Stated, statedText } from './stated.ts';

/** `MoveFactsInput` of the graph. */
export interface MoveFacts {
  readonly moverIds: readonly string[];
  readonly originVillageCode: string;
  readonly destinationVillageCode: string;
  readonly destinationStreet: string;
  readonly reason: MoveReason;
  readonly who: MoveWho;
}

/** The most people who move by one letter. */
const mostMovers = 20;

/** A move of the citizen, of their family or of both. It counts from the day on which it is asked for. */
export function stateMove(facts: MoveFacts, reporter: Reporter): Stated {
  const { citizenId, records, faults, path, today } = reporter;
  const moverIds = [...new Set(facts.moverIds)];
  const family = relativesOf(citizenId, records).all;
  const died = new Set(records.map((record) => (record.kind === 'DEATH' ? record.deceasedId : null)));
  if (moverIds.length === 0 || moverIds.length > mostMovers) {
    faults.add(`Please name those who move, ${mostMovers} at most.`, `${path}.moverIds`);
  }
  facts.moverIds.forEach((id, index) => {
    if (id !== citizenId && (!family.has(id) || died.has(id))) {
      faults.add('You can move yourself, your husband or wife, parents and children.', `${path}.moverIds.${index}`);
    }
  });
  if (!fits(facts.who, moverIds.length)) {
    faults.add('This does not fit the number of those who move.', `${path}.who`);
  }
  for (const field of ['originVillageCode', 'destinationVillageCode'] as const) {
    if (!isVillage(facts[field])) faults.add('Please name the village, by a code of ten digits.', `${path}.${field}`);
  }
  const { originVillageCode, destinationVillageCode, reason, who } = facts;
  const destinationStreet = statedText(facts.destinationStreet, 'destinationStreet', reporter);
  return {
    subjectId: moverIds.includes(citizenId) ? citizenId : (moverIds[0] ?? null),
    eventDate: today,
    destinationVillageCode,
    report: { kind: 'MOVE', moverIds, originVillageCode, destinationVillageCode, destinationStreet, reason, who },
  };
}

function fits(who: MoveWho, movers: number): boolean {
  switch (who) {
    case 'HEAD_ONLY':
      return movers === 1;
    case 'HEAD_AND_SOME':
      return movers > 1;
    default:
      return movers > 0;
  }
}
