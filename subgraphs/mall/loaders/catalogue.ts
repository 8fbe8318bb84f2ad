import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { badInput } from '#kit/errors.ts';
import { type PageArguments, readPage } from '#kit/page.ts';
import { regencyOf } from '#kit/regionCode.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { ServiceFilter } from '../generated/resolvers.ts';
import type { AgencyRecord, MallModels, ServiceRecord } from '../model.ts';
import { beginningWith, wordsOf } from '../rules/searchText.ts';

/** More agencies or services than this are not listed at once. */
const longestList = 200;

/** Agencies and the catalogue of their services. */
export function catalogueLoaders({ models }: LoaderRequest<MallModels>) {
  const { Agency, Mall, Service } = models;

  return {
    agencyByCode: batchByKey(
      (codes) =>
        Agency.find({ _id: { $in: codes } })
          .sort({ _id: 1 })
          .lean<AgencyRecord[]>(),
      ({ _id }) => _id,
    ),

    agencies: () => Agency.find({}).sort({ nameId: 1, _id: 1 }).limit(longestList).lean<AgencyRecord[]>(),

    serviceByCode: batchByKey(
      (codes) =>
        Service.find({ _id: { $in: codes } })
          .sort({ _id: 1 })
          .lean<ServiceRecord[]>(),
      ({ _id }) => _id,
    ),

    servicesOfAgency: batchListByKey(
      (codes) =>
        Service.find({ agencyCode: { $in: codes } })
          .sort({ nameId: 1, _id: 1 })
          .limit(codes.length * longestList)
          .lean<ServiceRecord[]>(),
      ({ agencyCode }) => agencyCode,
    ),

    async services(filter: ServiceFilter, page: PageArguments) {
      const atMall = filter.mall == null ? [] : [await offeredAtMall(filter.mall)];
      const conditions = [...conditionsOf(filter), ...atMall];
      const all = conditions.length === 0 ? {} : { $and: conditions };
      return readPage(Service, all, { field: 'nameId', direction: 1 }, page);
    },
  };

  /** What the agencies with a counter at a mall offer in its region; nothing when there is no such mall. */
  async function offeredAtMall(mallId: string): Promise<QueryFilter<ServiceRecord>> {
    const mall = await Mall.findById(mallId, { agencyCodes: 1, regionCode: 1 }).lean();
    return { agencyCode: { $in: mall?.agencyCodes ?? [] }, ...offeredIn(mall?.regionCode ?? '') };
  }
}

function conditionsOf(filter: ServiceFilter): QueryFilter<ServiceRecord>[] {
  const { text, region, agency, category, sector, lifeEvent, channel } = filter;
  return [
    ...(text == null ? [] : searched(text)),
    ...(region == null ? [] : [offeredIn(region)]),
    ...(agency == null ? [] : [{ agencyCode: agency }]),
    ...(category == null ? [] : [{ category }]),
    ...(sector == null ? [] : [{ sector }]),
    ...(lifeEvent == null ? [] : [{ lifeEvents: lifeEvent }]),
    ...(channel == null ? [] : [{ channels: channel }]),
  ];
}

/** Every searched word is the beginning of some word of the name. */
function searched(text: string): QueryFilter<ServiceRecord>[] {
  const words = wordsOf(text);
  if (words.length === 0) throw badInput('Search for at least one letter or digit.', 'text');
  return words.map((word) => ({ words: beginningWith(word) }));
}

/** The same as the rule `isOfferedIn`, as a query. */
function offeredIn(code: string): QueryFilter<ServiceRecord> {
  const regency = regencyOf(code);
  const somewhereIn = new RegExp(`^${regency.replace('.', '\\.')}\\.`);
  return { $or: [{ availableIn: { $in: ['ALL', regency] } }, { availableIn: somewhereIn }] };
}
