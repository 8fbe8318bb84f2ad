import type { Model, QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import {
  type BusinessClassificationRecord,
  type BusinessRecord,
  type LicenseApplicationRecord,
  type LicenseRecord,
  type LicensingModels,
  type StoredBusiness,
  sealedApplication,
  sealedBusiness,
} from './model.ts';
import type { ClassificationSearch } from './rules/classificationSearch.ts';
import { type Visible, visibleApplications, visibleRecords } from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof licensingLoaders>>;

/**
 * How the agency fetches, per request: each list of keys in one command, and of the rows of a person only what this
 * caller may see.
 */
export function licensingLoaders({ models, vault, principal }: LoaderRequest<LicensingModels>) {
  const records = visibleRecords(principal);
  const applications = visibleApplications(principal);

  const findBusinesses = async (wanted: QueryFilter<StoredBusiness>, order: readonly string[]) =>
    (await read(models.businesses, wanted, records, order)).map(vault.of(sealedBusiness).open);

  return {
    businessByNib: batchByKey<string, BusinessRecord>(
      (nibs) => findBusinesses({ _id: { $in: nibs } }, ['_id']),
      ({ _id }) => _id,
    ),

    businessesByOwner: batchListByKey<string, BusinessRecord>(
      (owners) => findBusinesses({ ownerId: { $in: owners } }, ['ownerId', '_id']),
      ({ ownerId }) => ownerId,
    ),

    licenseById: batchByKey<string, LicenseRecord>(
      (ids) => read(models.licenses, { _id: { $in: ids } }, records, ['_id']),
      ({ _id }) => _id,
    ),

    licensesByNib: batchListByKey<string, LicenseRecord>(
      (nibs) => read(models.licenses, { nib: { $in: nibs } }, records, ['nib', '_id']),
      ({ nib }) => nib ?? [],
    ),

    applicationById: batchByKey<string, LicenseApplicationRecord>(
      async (ids) => {
        const stored = await read(models.applications, { _id: { $in: ids } }, applications, ['_id']);
        return stored.map(vault.of(sealedApplication).open);
      },
      ({ _id }) => _id,
    ),

    classificationById: batchByKey<string, BusinessClassificationRecord>(
      (ids) => read(models.classifications, { _id: { $in: ids } }, {}, ['_id']),
      ({ _id }) => _id,
    ),

    /** The activities that a search finds, in the order of their codes. */
    classifications: ({ conditions, size }: ClassificationSearch) =>
      models.classifications
        .find({ $and: conditions })
        .sort({ _id: 1 })
        .limit(size)
        .lean<BusinessClassificationRecord[]>(),
  };
}

/** Reads rows by their keys, as far as they are visible; where nothing is, the store is not even asked. */
async function read<Row>(
  model: Model<Row>,
  keys: QueryFilter<Row>,
  visible: Visible<object>,
  order: readonly string[],
): Promise<Row[]> {
  if (visible === null) return [];
  return model
    .find({ $and: [keys, visible] })
    .sort(order.join(' '))
    .lean<Row[]>();
}
