import type { CivilApplicationRecord, CivilRecordRecord } from '../model.ts';

/** What civil registration holds on a household: its records, and the applications of its members. */
export interface FamilyFile {
  readonly records: readonly CivilRecordRecord[];
  readonly applications: readonly CivilApplicationRecord[];
}
