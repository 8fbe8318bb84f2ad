import type { Context } from '../loaders.ts';
import type { CivilRecordRecord } from '../model.ts';
import { isReportedLate } from '../rules/reporting.ts';

/** What every kind of record answers alike. */
export const fieldsOfEveryRecord = {
  registrationNumber: (record: CivilRecordRecord) => record._id,
  lateReport: (record: CivilRecordRecord) => isReportedLate(record),
  region: ({ regionCode }: CivilRecordRecord) => ({ code: regionCode }),
  issuedOn: ({ certificate }: CivilRecordRecord) => certificate?.issuedOn ?? null,
  documentId: ({ certificate }: CivilRecordRecord) => certificate?.documentId ?? null,
};

/** The record that a gateway's reference names, if it is of the kind whose type the reference names. */
export async function findRecordOfKind<Kind extends CivilRecordRecord['kind']>(
  kind: Kind,
  { registrationNumber }: { readonly registrationNumber: string },
  { loaders }: Context,
): Promise<Extract<CivilRecordRecord, { kind: Kind }> | null> {
  const record = await loaders.recordByNumber.load(registrationNumber);
  return isOfKind(record, kind) ? record : null;
}

function isOfKind<Kind extends CivilRecordRecord['kind']>(
  record: CivilRecordRecord | null,
  kind: Kind,
): record is Extract<CivilRecordRecord, { kind: Kind }> {
  return record?.kind === kind;
}

/** A citizen as other agencies know them, by the id alone. */
export function citizen(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
