import { describe, expect, it } from '@jest/globals';
import { getProvinces, getRegencies } from 'idn-area-data';
import { agencies } from '../data/agencies.ts';
import { holidays } from '../data/holidays.ts';
import { malls } from '../data/malls.ts';
import { pilots } from '../data/pilots.ts';
import { services } from '../data/services.ts';
import type { AgencyFact, PilotFact, Sourced } from '../data/types.ts';

const WORKING_HOURS_A_DAY = 7;

/** Codes that the seeds of other agencies refer to. */
const codesInUse = [
  'IDENTITY-ID-CARD-NEW',
  'IDENTITY-ID-CARD-REPLACEMENT',
  'IDENTITY-CHILD-CARD',
  'IDENTITY-DATA-CHANGE',
  'IDENTITY-FAMILY-CARD-CHANGE',
  'IDENTITY-DIGITAL-ID-ACTIVATION',
  'CIVIL-BIRTH',
  'CIVIL-STILLBIRTH',
  'CIVIL-DEATH',
  'CIVIL-MARRIAGE',
  'CIVIL-DIVORCE',
  'CIVIL-ACKNOWLEDGEMENT',
  'CIVIL-ADOPTION',
  'CIVIL-MOVE',
  'CIVIL-NAME-CHANGE',
  'LICENSING-BUSINESS-NUMBER',
  'LICENSING-BASIC-REQUIREMENT',
  'LICENSING-STANDARD-CERTIFICATE',
  'LICENSING-PERMIT',
  'LICENSING-SUPPORTING-LICENSE',
  'LICENSING-HEALTH-PRACTICE',
  'TAX-REGISTRATION',
  'TAX-NIK-MATCHING',
  'TAX-DATA-CHANGE',
  'TAX-SET-NON-EFFECTIVE',
  'TAX-CLEARANCE-LETTER',
];

const agencyCodes = new Set<string>(agencies.map((agency) => agency.code));
const allPilots: readonly PilotFact[] = pilots;
const allAgencies: readonly AgencyFact[] = agencies;

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

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

describe('the services', () => {
  it('are at least sixty, with codes of their own', () => {
    expect(services.length).toBeGreaterThanOrEqual(60);
    expect(repeated(services.map((service) => service.code))).toEqual([]);
  });

  it('include every code that other agencies use', () => {
    const known = new Set(services.map((service) => service.code));
    expect(codesInUse.filter((code) => !known.has(code))).toEqual([]);
  });

  it('belong to an agency that exists', () => {
    expect(services.filter(({ agencyCode }) => !agencyCodes.has(agencyCode))).toEqual([]);
  });

  it('publish all six parts of the standard', () => {
    const incomplete = services.filter(
      ({ standard }) =>
        standard.requirements.length === 0 ||
        standard.procedure.length === 0 ||
        standard.workingDays < 1 ||
        (standard.fee.amountMinor === null && standard.fee.note === null) ||
        standard.products.length === 0 ||
        standard.complaintChannels.length === 0 ||
        standard.legalBasis.length === 0,
    );
    expect(incomplete.map((service) => service.code)).toEqual([]);
  });

  it('name each requirement once', () => {
    const doubled = services.filter(
      ({ standard }) => repeated(standard.requirements.map(({ code }) => code)).length > 0,
    );
    expect(doubled.map((service) => service.code)).toEqual([]);
  });

  it('take no longer, step by step, than the days they promise', () => {
    const slow = services.filter(({ standard }) => {
      const hours = standard.procedure.reduce((sum, step) => sum + (step.hours ?? 0), 0);
      return hours > standard.workingDays * WORKING_HOURS_A_DAY;
    });
    expect(slow.map((service) => service.code)).toEqual([]);
  });

  it('number their steps from one', () => {
    const misnumbered = services.filter(({ standard }) =>
      standard.procedure.some((step, index) => step.order !== index + 1),
    );
    expect(misnumbered.map((service) => service.code)).toEqual([]);
  });

  it('start the clock on payment only where a payment is awaited', () => {
    const odd = services.filter(({ standard }) => {
      const paysFirst = standard.procedure.some((step) => step.state === 'AWAITING_PAYMENT');
      return paysFirst !== (standard.clockStarts === 'PAID') || (paysFirst && standard.fee.kind === 'FREE');
    });
    expect(odd.map((service) => service.code)).toEqual([]);
  });

  it('charge nothing for civil and population documents', () => {
    const registers = services.filter(({ sector }) => sector === 'CIVIL_REGISTRATION');
    expect(registers.filter(({ standard }) => standard.fee.kind !== 'FREE')).toEqual([]);
  });

  it('let a health practice licence issue by itself on the fifth day', () => {
    const practice = services.find((service) => service.code === 'LICENSING-HEALTH-PRACTICE');
    expect(practice?.standard).toMatchObject({ workingDays: 5, silentApproval: true });
  });

  it('are limited to a region only where a mall there has the agency', () => {
    const counters = new Map(malls.map((mall) => [mall.regionCode, mall.agencyCodes]));
    const unreachable = services.flatMap(({ code, availableIn, agencyCode }) =>
      availableIn === 'ALL'
        ? []
        : availableIn.filter((region) => !counters.get(region)?.includes(agencyCode)).map((region) => [code, region]),
    );
    expect(unreachable).toEqual([]);
  });

  it('name a source', () => {
    expect(services.filter((service) => !service.source).map((service) => service.code)).toEqual([]);
  });
});

describe('the holidays', () => {
  it('cover three years, each date once and in order', () => {
    const dates = holidays.map((holiday) => holiday.date);
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027']));
    expect(repeated(dates)).toEqual([]);
    expect([...dates].sort()).toEqual(dates);
  });

  it('count what the decrees count', () => {
    const count = (year: string, kind: string) =>
      holidays.filter((holiday) => holiday.date.startsWith(year) && holiday.kind === kind).length;
    expect([count('2025', 'NATIONAL_HOLIDAY'), count('2025', 'JOINT_LEAVE')]).toEqual([17, 11]);
    expect([count('2026', 'NATIONAL_HOLIDAY'), count('2026', 'JOINT_LEAVE')]).toEqual([17, 8]);
  });

  it('put joint leave on days that would be worked', () => {
    const weekend = holidays.filter(
      ({ kind, date }) => kind === 'JOINT_LEAVE' && [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
    );
    expect(weekend).toEqual([]);
  });

  it('each name a source or are a sample', () => {
    expect(holidays.filter(hasNoOrigin)).toEqual([]);
  });
});
