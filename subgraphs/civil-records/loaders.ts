import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import type { CivilApplicationRecord, CivilModels, CivilRecordRecord } from './model.ts';
import { visibleApplications, visibleRecords } from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof civilLoaders>>;

/** How many records are read at most for each citizen asked for; a long life has about ten. */
const longestLife = 50;

/** How this agency fetches: one command for all that a request asks of a kind, and only what the caller may see. */
export function civilLoaders({ models, principal }: LoaderRequest<CivilModels>) {
  const records = visibleRecords(principal);
  const applications = visibleApplications(principal);

  const findRecords = async (wanted: QueryFilter<CivilRecordRecord>, limit: number): Promise<CivilRecordRecord[]> =>
    records === null
      ? []
      : models.CivilRecord.find({ $and: [wanted, records] })
          .sort({ eventDate: -1, _id: -1 })
          .limit(limit)
          .lean<CivilRecordRecord[]>();

  return {
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
      async (codes) =>
        models.CivilRecord.find({ 'certificate.verificationCode': { $in: codes } })
          .sort({ _id: 1 })
          .lean<CivilRecordRecord[]>(),
      (record) => record.certificate?.verificationCode ?? '',
    ),

    applicationById: batchByKey(
      async (ids): Promise<CivilApplicationRecord[]> =>
        applications === null
          ? []
          : models.CivilApplication.find({ $and: [{ _id: { $in: ids } }, applications] })
              .sort({ _id: 1 })
              .lean<CivilApplicationRecord[]>(),
      (application) => application._id,
    ),
  };
}
