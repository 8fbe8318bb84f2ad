import { describe, expect, it } from '@jest/globals';
import { getProvinces, getRegencies } from 'idn-area-data';
import { agencies } from '../data/agencies.ts';
import { malls } from '../data/malls.ts';
import { pilots } from '../data/pilots.ts';
import { services } from '../data/services.ts';
import type { AgencyFact, PilotFact, Sourced } from '../data/types.ts';
import { repeated } from './repeated.ts';

const agencyCodes = new Set<string>(agencies.map((agency) => agency.code));
const allPilots: readonly PilotFact[] = pilots;
const allAgencies: readonly AgencyFact[] = agencies;

function hasNoOrigin(fact: Sourced): boolean {
  return !fact.source && !fact.sample;
}

async function regencyNames(): Promise<Map<string, string>> {
  const regencies = await getRegencies();
  return new Map(regencies.map(({ code, name }) => [code, name]));
}

describe('the pilots', () => {
  it('are twenty-one', () => {
    expect(pilots).toHaveLength(21);
  });

  it('carry the code and the name of a region that exists', async () => {
    const names = await regencyNames();
    const wrong = allPilots.filter(({ regionCode, name }) => names.get(regionCode) !== name.toUpperCase());
    expect(wrong).toEqual([]);
  });

  it('each have a mall', () => {
    const regions = new Set(malls.map((mall) => mall.regionCode));
    expect(allPilots.filter(({ regionCode }) => !regions.has(regionCode))).toEqual([]);
  });

  it('mark the one that the list leaves open', () => {
    expect(allPilots.filter((pilot) => pilot.inferred).map((pilot) => pilot.regionCode)).toEqual(['62.02']);
  });
});

describe('the malls', () => {
  it('are at least forty', () => {
    expect(malls.length).toBeGreaterThanOrEqual(40);
  });

  it('stand in regions that exist, and are called after them', async () => {
    const names = await regencyNames();
    const provinces = await getProvinces();
    const provincial = new Map(provinces.map(({ code, name }) => [code, `PROVINSI ${name}`]));
    const wrong = malls.filter(({ regionCode, name }) => {
      const place = name.replace('MPP ', '').toUpperCase();
      return (
        !names.has(regionCode) || (place !== names.get(regionCode) && place !== provincial.get(regionCode.slice(0, 2)))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('have ids of their own, made of the region', () => {
    expect(repeated(malls.map((mall) => mall.id))).toEqual([]);
    expect(malls.filter((mall) => mall.id !== `mall-${mall.regionCode}`)).toEqual([]);
  });

  it('lie in Indonesia', () => {
    const astray = malls.filter(
      ({ latitude = 0, longitude = 120 }) => latitude < -11 || latitude > 6 || longitude < 95 || longitude > 141,
    );
    expect(astray).toEqual([]);
  });

  it('hold only agencies that exist, each once', () => {
    expect(malls.flatMap((mall) => mall.agencyCodes).filter((code) => !agencyCodes.has(code))).toEqual([]);
    expect(malls.filter((mall) => repeated(mall.agencyCodes).length > 0)).toEqual([]);
  });

  it('close after they open', () => {
    const hours = malls.flatMap((mall) => mall.openingHours);
    expect(hours.filter(({ opens, closes }) => opens >= closes)).toEqual([]);
  });

  it('name a source, and mark only fields that they have', () => {
    expect(malls.filter((mall) => !mall.source)).toEqual([]);
    expect(malls.filter((mall) => mall.sample.some((field) => !(field in mall)))).toEqual([]);
  });
});

describe('the agencies', () => {
  it('are at least twenty-five, with codes of their own', () => {
    expect(agencies.length).toBeGreaterThanOrEqual(25);
    expect(repeated(agencies.map((agency) => agency.code))).toEqual([]);
  });

  it('answer through a subgraph where the graph has one', () => {
    const inGraph = allAgencies.filter((agency) => agency.subgraph).map(({ code, subgraph }) => [code, subgraph]);
    expect(Object.fromEntries(inGraph)).toEqual({
      MPP: 'mall',
      DUKCAPIL: 'identity',
      'PENCATATAN-SIPIL': 'civil-records',
      DPMPTSP: 'business-licensing',
      DJP: 'tax',
    });
  });

  it('each name a source or are a sample', () => {
    expect(allAgencies.filter(hasNoOrigin)).toEqual([]);
  });

  it('each offer a service', () => {
    const offering = new Set(services.map((service) => service.agencyCode));
    expect(allAgencies.filter(({ code }) => !offering.has(code)).map(({ code }) => code)).toEqual([]);
  });
});
