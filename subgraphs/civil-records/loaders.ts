import type { QueryFilter } from 'mongoose';
import { underReview } from '#kit/application/lifecycle.ts';
import { deskOf } from '#kit/application/submit.ts';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { documentLoaders } from '#kit/documents/loaders.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import { civilApplicationStore } from './applications.ts';
import {
  type CivilApplicationRecord,
  type CivilModels,
  type CivilRecordRecord,
  type StoredApplication,
  type StoredRecord,
  sealedApplication,
  sealedRecord,
} from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { haveCommonMark, marksOf } from './rules/sameEvent.ts';
import { thisAgency, visibleApplications, visibleDocuments, visibleRecords } from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof civilLoaders>>;

/** How many records are read at most for each citizen asked for; a long life has about ten. */
const longestLife = 50;

/** How this agency fetches: one command for all that a request asks of a kind, and only what the caller may see. */
export function civilLoaders(request: LoaderRequest<CivilModels>) {
  const { models, vault, principal } = request;
  const { open: openRecord } = vault.of(sealedRecord);
  const records = visibleRecords(principal);
  const applications = visibleApplications(principal);

  const findRecords = async (wanted: QueryFilter<StoredRecord>, limit: number): Promise<CivilRecordRecord[]> => {
    if (records === null) return [];
    const stored = await models.CivilRecord.find({ $and: [wanted, records] })
      .sort({ reportedOn: -1, _id: -1 })
      .limit(limit)
      .lean<StoredRecord[]>();
    // The store cannot sort by a sealed day of the event.
    return stored.map(openRecord).sort(latestEventFirst);
  };

  const findApplications = async (wanted: QueryFilter<StoredApplication>): Promise<CivilApplicationRecord[]> => {
    if (applications === null) return [];
    const stored = await models.CivilApplication.find({ $and: [wanted, applications] })
      .sort({ _id: 1 })
      .lean<StoredApplication[]>();
    return stored.map(vault.of(sealedApplication).open);
  };

  return {
    desk: deskOf(request, applicationRules, civilApplicationStore),
    documents: documentLoaders(thisAgency, visibleDocuments, request),

    recordByNumber: batchByKey(
      (numbers) => findRecords({ _id: { $in: numbers } }, numbers.length),
      (record) => record._id,
    ),

    /** Latest event first. */
    recordsOfCitizen: batchListByKey(
      (citizenIds) => findRecords({ partyIds: { $in: citizenIds } }, citizenIds.length * longestLife),
      (record) => record.partyIds,
    ),

    /** For the check of a certificate, which anybody may ask for: never hand on the record itself. */
    recordByVerificationCode: batchByKey(
      async (codes) => {
        const stored = await models.CivilRecord.find({ 'certificate.verificationCode': { $in: codes } })
          .sort({ _id: 1 })
          .lean<StoredRecord[]>();
        return stored.map(openRecord);
      },
      (record) => record.certificate?.verificationCode ?? '',
    ),

    /** What came out of an application, as far as the caller may see it. */
    recordOfApplication: batchByKey(
      (ids) => findRecords({ applicationId: { $in: ids } }, ids.length),
      (record) => record.applicationId ?? '',
    ),

    applicationById: batchByKey<string, CivilApplicationRecord>(
      (ids) => findApplications({ _id: { $in: ids } }),
      (application) => application._id,
    ),

    /** The reports of a citizen that the office has not ended yet. */
    openReportsOf: (applicantId: string) => findApplications({ applicantId, status: { $in: [...underReview] } }),

    /** Whether the register has the event of an application by another one; also where the caller may not see it. */
    async isRegisteredOtherwise({ _id, report, eventDate }: CivilApplicationRecord): Promise<boolean> {
      if (report === null) return false;
      const partyIds = report.kind === 'BIRTH' ? [report.motherId, report.fatherId] : [];
      if (report.kind === 'DEATH') partyIds.push(report.deceasedId);
      const known = partyIds.filter((id) => id !== null);
      const stored = await models.CivilRecord.find({ partyIds: { $in: known }, kind: report.kind })
        .sort({ reportedOn: -1, _id: -1 })
        .limit(known.length * longestLife)
        .lean<StoredRecord[]>();
      const marks = marksOf({ ...report, eventDate });
      return stored
        .map(openRecord)
        .some((record) => record.applicationId !== _id && haveCommonMark(marks, marksOf(record)));
    },

    /** The application that a certificate came out of. */
    applicationByDocument: batchByKey<string, CivilApplicationRecord>(
      (ids) => findApplications({ 'outcome.documentId': { $in: ids } }),
      (application) => application.outcome?.documentId ?? '',
    ),
  };
}

function latestEventFirst(one: CivilRecordRecord, other: CivilRecordRecord): number {
  return other.eventDate.localeCompare(one.eventDate) || other._id.localeCompare(one._id);
}
