import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { load } from '#kit/sandbox/seed.ts';
import { pilots } from '../data/pilots.ts';
import type { MallModels, RegionRecord } from '../model.ts';
import { levelOf, parentOf, readableName, searchNameOf } from '../rules/regions.ts';

const pilotCodes: ReadonlySet<string> = new Set(pilots.map(({ regionCode }) => regionCode));

/** Writes every province, regency, district and village of Indonesia (idn-area-data; its data are under the ODbL). */
export async function seedRegions({ Region }: MallModels): Promise<void> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  await load(Region, regionsOf(levels.flat()));
}

function* regionsOf(areas: readonly { readonly code: string; readonly name: string }[]): Generator<RegionRecord> {
  for (const area of areas) {
    const level = levelOf(area.code);
    // Only provinces and regencies come in capitals; a village in capitals is named by an abbreviation.
    const name = level === 'PROVINCE' || level === 'REGENCY' ? readableName(area.name) : area.name;
    yield {
      _id: area.code,
      level,
      parent: parentOf(area.code),
      name,
      searchName: searchNameOf(name, level),
      isPilot: pilotCodes.has(area.code),
    };
  }
}
