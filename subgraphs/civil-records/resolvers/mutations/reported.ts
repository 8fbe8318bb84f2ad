import { randomBytes } from 'node:crypto';
import type { NewApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { requireCitizen } from '#kit/principal.ts';
import { isInRegency, regencyOf, regionPath } from '#kit/regionCode.ts';
import { Faults } from '#kit/userErrors.ts';
import type { Context } from '../../loaders.ts';
import type { CivilApplicationRecord, CivilRecordRecord } from '../../model.ts';
import { localDay } from '../../rules/days.ts';
import { checkEvidence } from '../../rules/evidence.ts';
import { haveCommonMark, marksOf } from '../../rules/sameEvent.ts';
import { services } from '../../rules/services.ts';
import type { Reporter, Stated } from '../../rules/stated.ts';

/** What is reported, where and with which documents. */
export interface Report {
  /** The region that it is reported in, and the input field that names it. */
  readonly regionCode: string;
  readonly regionField: string;
  readonly documentIds?: readonly string[] | undefined;
  /** Where the statement stands in the input, such as `input.birth`. */
  readonly path: string;
  readonly state: (reporter: Reporter) => Stated;
  /** The application that is corrected; left out for a new one. */
  readonly corrected?: string;
}

/**
 * Checks all of a report at once, against what the register knows of the citizen and the documents that were sent.
 *
 * @throws ManyFaults
 */
export async function checkReport(report: Report, { loaders, principal, now }: Context): Promise<Stated> {
  const citizenId = requireCitizen(principal).id;
  const { regionCode, path, documentIds = [] } = report;
  const faults = new Faults();
  if (!isInRegency(regionCode)) faults.add('Please name the regency or city.', report.regionField);
  const records = await loaders.recordsOfCitizen.load(citizenId);
  const stated = report.state({ citizenId, records, today: localDay(now, regionCode), faults, path });
  await checkNew(stated, records, faults, { report, loaders, citizenId });
  const documents = await Promise.all(documentIds.map((id) => loaders.documents.upload.load(id)));
  checkEvidence(stated.report.kind, documents, { faults, path: 'input.documentIds' });
  faults.assertNone();
  return stated;
}

/** The field that says which event it is. */
const tellingField = { BIRTH: 'birthDate', DEATH: 'deceasedId', MOVE: 'moverIds' } as const;

/** Notes a fault when the register has the event already, or the office works on it. */
async function checkNew(
  { report: stated, eventDate }: Stated,
  records: readonly CivilRecordRecord[],
  faults: Faults,
  { report, loaders, citizenId }: Pick<Context, 'loaders'> & { readonly report: Report; readonly citizenId: string },
): Promise<void> {
  const field = `${report.path}.${tellingField[stated.kind]}`;
  const marks = marksOf({ ...stated, eventDate });
  if (haveCommonMark(marks, records.flatMap(marksOf))) {
    faults.add('The register has this event already. Please see your records.', field);
  }
  const others = (await loaders.openReportsOf(citizenId)).filter(({ _id }) => _id !== report.corrected);
  const waiting = others.flatMap((other) =>
    other.report ? marksOf({ ...other.report, eventDate: other.eventDate }) : [],
  );
  if (haveCommonMark(marks, waiting)) {
    faults.add('The office is working on this already. Please see your inbox.', field);
  }
}

/** A new application of what is reported. @throws ManyFaults */
export async function applicationFrom(
  report: Report,
  context: Context,
): Promise<NewApplication<CivilApplicationRecord>> {
  const stated = await checkReport(report, context);
  const { kind } = stated.report;
  return {
    ...stated,
    kind,
    applicantId: requireCitizen(context.principal).id,
    serviceCode: services[kind].code,
    regionCode: regencyOf(report.regionCode),
    documentIds: [...new Set(report.documentIds ?? [])],
    verificationCode: verificationCode(randomBytes(20)),
  };
}

/** Hands the documents of a report in, so that its office may read them. */
export function handInDocuments({ loaders }: Context) {
  return ({ _id, applicantId, documentIds, regionCode }: CivilApplicationRecord) =>
    loaders.documents.handIn(
      { ownerId: applicantId, documentIds, field: 'input.documentIds' },
      { id: _id, regionPath: regionPath(regionCode) },
    );
}
