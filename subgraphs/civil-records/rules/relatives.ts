import type { CivilRecordRecord } from '../model.ts';

/** Who somebody's family is, as far as records say. */
export interface Relatives {
  /** Whom they are married to, or have a child with. */
  readonly partners: ReadonlySet<string>;
  /** Partners, parents and children. */
  readonly all: ReadonlySet<string>;
}

/**
 * The family of a citizen by the births and marriages that they are a party of. A marriage that a divorce ended makes no
 * family; a common child does.
 */
export function relativesOf(citizenId: string, records: readonly CivilRecordRecord[]): Relatives {
  const ended = new Set(records.flatMap((record) => (record.kind === 'DIVORCE' ? [record.marriageNumber] : [])));
  const partners = new Set<string>();
  const all = new Set<string>();
  for (const record of records) {
    if (!record.partyIds.includes(citizenId)) continue;
    if (record.kind === 'MARRIAGE' && !ended.has(record._id)) addOthers(partners, record.spouseIds);
    if (record.kind !== 'BIRTH') continue;
    if (record.childId !== citizenId) addOthers(partners, [record.motherId, record.fatherId]);
    addOthers(all, [record.childId, record.motherId, record.fatherId]);
  }
  addOthers(all, [...partners]);
  return { partners, all };

  function addOthers(people: Set<string>, ids: readonly (string | null)[]): void {
    for (const id of ids) if (id !== null && id !== citizenId) people.add(id);
  }
}
