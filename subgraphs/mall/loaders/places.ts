import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { badInput } from '#kit/errors.ts';
import { type PageArguments, readPage } from '#kit/page.ts';
import { regencyOf } from '#kit/regionCode.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { GeoInput, RegionLevel } from '../generated/resolvers.ts';
import type { MallModels, MallRecord, RegionRecord } from '../model.ts';
import { latitudesWithin, nearest } from '../rules/distance.ts';
import { searchedBeginnings } from '../rules/regions.ts';
import { beginningWith } from '../rules/searchText.ts';

/** More malls than this are not looked through for one question. */
const mallsAtOnce = 1_000;
const farthestKm = 500;
const usualKm = 25;

interface RegionSearch {
  readonly level?: RegionLevel | null | undefined;
  readonly parent?: string | null | undefined;
  readonly search?: string | null | undefined;
}

interface MallSearch {
  readonly region?: string | null | undefined;
  readonly agency?: string | null | undefined;
  readonly near?: GeoInput | null | undefined;
}

/** Regions and the malls in them. */
export function placeLoaders({ models }: LoaderRequest<MallModels>) {
  const { Mall, Region } = models;

  return {
    regionByCode: batchByKey(
      (codes) =>
        Region.find({ _id: { $in: codes } })
          .sort({ _id: 1 })
          .lean<RegionRecord[]>(),
      ({ _id }) => _id,
    ),

    regionsIn: batchListByKey(
      (parents) =>
        Region.find({ parent: { $in: parents } })
          .sort({ parent: 1, searchName: 1, _id: 1 })
          .lean<RegionRecord[]>(),
      ({ parent }) => parent ?? [],
    ),

    regions: ({ level, parent, search }: RegionSearch, page: PageArguments) => {
      const filter: QueryFilter<RegionRecord> = {
        ...(level == null ? {} : { level }),
        ...(parent == null ? {} : { parent }),
        ...(search == null ? {} : named(search)),
      };
      return readPage(Region, filter, { field: 'searchName', direction: 1 }, page);
    },

    mallById: batchByKey(
      (ids) =>
        Mall.find({ _id: { $in: ids } })
          .sort({ _id: 1 })
          .lean<MallRecord[]>(),
      ({ _id }) => _id,
    ),

    mallsIn: batchListByKey(
      (regions) =>
        Mall.find({ regions: { $in: regions } })
          .sort({ name: 1, _id: 1 })
          .limit(mallsAtOnce)
          .lean<MallRecord[]>(),
      ({ regions }) => regions,
    ),

    async malls({ region, agency, near }: MallSearch, first: number): Promise<MallRecord[]> {
      const filter: QueryFilter<MallRecord> = {
        ...(region == null ? {} : { regions: regencyOf(region) }),
        ...(agency == null ? {} : { agencyCodes: agency }),
      };
      if (near == null) return Mall.find(filter).sort({ name: 1, _id: 1 }).limit(first).lean<MallRecord[]>();
      const km = near.km ?? usualKm;
      checkPlace(near, km);
      const { south, north } = latitudesWithin(near, km);
      const around = await Mall.find({ ...filter, latitude: { $gte: south, $lte: north } })
        .sort({ latitude: 1, _id: 1 })
        .limit(mallsAtOnce)
        .lean<MallRecord[]>();
      return nearest(around, near, km).slice(0, first);
    },
  };
}

function named(search: string): QueryFilter<RegionRecord> {
  const beginnings = searchedBeginnings(search);
  const [only, ...others] = beginnings;
  if (!only) throw badInput('Search for at least one letter or digit.', 'search');
  if (others.length === 0) return { searchName: beginningWith(only) };
  return { $or: beginnings.map((text) => ({ searchName: beginningWith(text) })) };
}

function checkPlace({ latitude, longitude }: GeoInput, km: number): void {
  if (Math.abs(latitude) > 90) throw badInput('A latitude lies between -90 and 90.', 'latitude');
  if (Math.abs(longitude) > 180) throw badInput('A longitude lies between -180 and 180.', 'longitude');
  if (km < 1 || km > farthestKm) throw badInput(`The distance is 1 to ${farthestKm} kilometres.`, 'km');
}
