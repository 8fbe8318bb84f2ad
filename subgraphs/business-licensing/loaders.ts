import type { Model, QueryFilter } from 'mongoose';
import { deskOf } from '#kit/application/submit.ts';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { documentLoaders } from '#kit/documents/loaders.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import { licenseApplicationStore } from './applications.ts';
import type { LicenseKind } from './generated/resolvers.ts';
import { sealedApplication } from './model/application.ts';
import {
  type BusinessClassificationRecord,
  type BusinessRecord,
  type LicenseApplicationRecord,
  type LicenseRecord,
  type LicensingModels,
  type StoredBusiness,
  type StoredLicense,
  sealedBusiness,
  sealedLicense,
} from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import type { ClassificationSearch } from './rules/classificationSearch.ts';
import { thisAgency, type Visible, visibleApplications, visibleDocuments, visibleRecords } from './rules/visibility.ts';
import { askTaxStatus } from './taxStatus.ts';

/** Ends of an application after which the same can be applied for anew. */
const givenUp = ['REJECTED', 'WITHDRAWN', 'EXPIRED'] as const;

export type Context = AgencyContext<ReturnType<typeof licensingLoaders>>;

/**
 * How the agency fetches, per request: each list of keys in one command, and of the rows of a person only what this
 * caller may see.
 */
export function licensingLoaders(request: LoaderRequest<LicensingModels>) {
  const { models, vault, principal } = request;
  const records = visibleRecords(principal);
  const applications = visibleApplications(principal);

  const findBusinesses = async (wanted: QueryFilter<StoredBusiness>, order: readonly string[]) =>
    (await read(models.businesses, wanted, records, order)).map(vault.of(sealedBusiness).open);

  const findLicenses = async (wanted: QueryFilter<StoredLicense>, visible: Visible<object>, order: readonly string[]) =>
    (await read(models.licenses, wanted, visible, order)).map(vault.of(sealedLicense).open);

  return {
    desk: deskOf(request, applicationRules, licenseApplicationStore),

    /** Whether the project has, or is about to have, a licence of this kind. */
    hasApplication: async (nib: string, projectId: string, kind: LicenseKind): Promise<boolean> =>
      (await models.applications.exists({ nib, projectId, kind, status: { $nin: [...givenUp] } })) !== null,

    /** What the tax agency says of a taxpayer now; null when it does not answer. */
    taxStatusOf: (taxpayer: string, serviceCode: string) => askTaxStatus(request.askGraph, taxpayer, serviceCode),

    documents: documentLoaders(thisAgency, visibleDocuments, request),

    businessByNib: batchByKey<string, BusinessRecord>(
      (nibs) => findBusinesses({ _id: { $in: nibs } }, ['_id']),
      ({ _id }) => _id,
    ),

    businessesByOwner: batchListByKey<string, BusinessRecord>(
      (owners) => findBusinesses({ ownerId: { $in: owners } }, ['ownerId', '_id']),
      ({ ownerId }) => ownerId,
    ),

    licenseById: batchByKey<string, LicenseRecord>(
      (ids) => findLicenses({ _id: { $in: ids } }, records, ['_id']),
      ({ _id }) => _id,
    ),

    licensesByNib: batchListByKey<string, LicenseRecord>(
      (nibs) => findLicenses({ nib: { $in: nibs } }, records, ['nib', '_id']),
      ({ nib }) => nib ?? [],
    ),

    /** The licence whose certificate has this id, for whoever may read documents of it. */
    licenseByDocument: batchByKey<string, LicenseRecord>(
      (ids) => findLicenses({ documentId: { $in: ids } }, visibleDocuments(principal), ['documentId', '_id']),
      ({ documentId }) => documentId ?? '',
    ),

    /** The licence with this code on its certificate: everybody may ask. */
    licenseByCode: batchByKey<string, LicenseRecord>(
      (codes) => findLicenses({ verificationCode: { $in: codes } }, {}, ['verificationCode', '_id']),
      ({ verificationCode }) => verificationCode ?? '',
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
