import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import type {
  BusinessClassificationRecord,
  BusinessRecord,
  LicenseApplicationRecord,
  LicenseRecord,
  LicensingModels,
} from './model.ts';
import type { ClassificationSearch } from './rules/classificationSearch.ts';
import { visibleApplications, visibleRecords } from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof licensingLoaders>>;

/**
 * How the agency fetches, per request: each list of keys in one command, and of the rows of a person only what this
 * caller may see.
 */
export function licensingLoaders({ models, principal }: LoaderRequest<LicensingModels>) {
  const own = visibleRecords(principal);
  const handled = visibleApplications(principal);

  return {
    businessByNib: batchByKey<string, BusinessRecord>(
      async (nibs) =>
        own
          ? models.businesses
              .find({ _id: { $in: nibs }, ...own })
              .sort({ _id: 1 })
              .lean<BusinessRecord[]>()
          : [],
      ({ _id }) => _id,
    ),

    businessesByOwner: batchListByKey<string, BusinessRecord>(
      async (owners) =>
        own
          ? models.businesses
              .find({ $and: [{ ownerId: { $in: owners } }, own] })
              .sort({ ownerId: 1, _id: 1 })
              .lean<BusinessRecord[]>()
          : [],
      ({ ownerId }) => ownerId,
    ),

    licenseById: batchByKey<string, LicenseRecord>(
      async (ids) =>
        own
          ? models.licenses
              .find({ _id: { $in: ids }, ...own })
              .sort({ _id: 1 })
              .lean<LicenseRecord[]>()
          : [],
      ({ _id }) => _id,
    ),

    licensesByNib: batchListByKey<string, LicenseRecord & { nib: string }>(
      async (nibs) =>
        own
          ? models.licenses
              .find({ nib: { $in: nibs }, ...own })
              .sort({ nib: 1, _id: 1 })
              .lean<(LicenseRecord & { nib: string })[]>()
          : [],
      ({ nib }) => nib,
    ),

    applicationById: batchByKey<string, LicenseApplicationRecord>(
      async (ids) =>
        handled
          ? models.applications
              .find({ _id: { $in: ids }, ...handled })
              .sort({ _id: 1 })
              .lean<LicenseApplicationRecord[]>()
          : [],
      ({ _id }) => _id,
    ),

    classificationById: batchByKey<string, BusinessClassificationRecord>(
      (ids) =>
        models.classifications
          .find({ _id: { $in: ids } })
          .sort({ _id: 1 })
          .lean<BusinessClassificationRecord[]>(),
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
