import type { CivilRecordRecord } from '../model.ts';
import type { SandboxApplication } from './applications.ts';

/** What civil registration holds on a household: its records, and the applications of its members. */
export interface FamilyFile {
  readonly records: readonly CivilRecordRecord[];
  readonly applications: readonly SandboxApplication[];
}
