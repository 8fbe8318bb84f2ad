import { places } from '#kit/sandbox/places.ts';
import { agencies } from '../subgraphs/mall/data/agencies.ts';
import { malls } from '../subgraphs/mall/data/malls.ts';
import { services } from '../subgraphs/mall/data/services.ts';
import type { ServiceFact } from '../subgraphs/mall/data/types.ts';
import { type Facts, Ref } from './thing.ts';

/** A name in the graph's two languages, of which a field's `language` chooses one. */
export interface InTwoLanguages {
  readonly ID: string;
  readonly EN: string;
}

const levels: Readonly<Record<number, string>> = { 2: 'PROVINCE', 5: 'REGENCY', 8: 'DISTRICT', 13: 'VILLAGE' };

/** What everybody may know: regions, agencies, malls and the services with their standards, as the mall publishes them. */
export const catalogue: Readonly<Record<string, readonly Facts[]>> = {
  Region: regions(),
  Agency: agencies.map(({ code, name, nameEn, level, subgraph }) => ({
    ...{ code, level, subgraph },
    name: { ID: name, EN: nameEn } satisfies InTwoLanguages,
    services: services
      .filter(({ agencyCode }) => agencyCode === code)
      .slice(0, 5)
      .map((service) => new Ref('Service', { code: service.code })),
  })),
  Mall: malls.map(({ regionCode, agencyCodes, latitude = null, longitude = null, openedOn = null, ...mall }) => ({
    ...{ id: mall.id, name: mall.name, address: mall.address, openingHours: mall.openingHours },
    ...{ latitude, longitude, openedOn },
    region: new Ref('Region', { code: regionCode }),
    agencies: agencyCodes.map((code) => new Ref('Agency', { code })),
    factSource: mall.source,
    sampleFacts: mall.sample,
  })),
  Service: services.map(serviceFacts),
};

/** What is known of a region from its code alone. */
export function regionFacts(code: string, name: string): Facts {
  const end = code.lastIndexOf('.');
  return {
    ...{ code, name },
    level: levels[code.length] ?? 'VILLAGE',
    parent: end === -1 ? null : new Ref('Region', { code: code.slice(0, end) }),
  };
}

function regions(): Facts[] {
  const villages = places.map(({ villageCode, village }) => regionFacts(villageCode, village));
  const regencies = new Map(places.map(({ villageCode, regency }) => [villageCode.slice(0, 5), regency]));
  return [...regencies].map(([code, regency]) => regionFacts(code, regency)).concat(villages);
}

function serviceFacts(service: ServiceFact): Facts {
  const { code, nameId, nameEn, category, sector, agencyCode, channels, availableIn, lifeEvents, standard } = service;
  const { fee, requirements, ...rest } = standard;
  return {
    ...{ code, category, sector, channels, lifeEvents },
    name: { ID: nameId, EN: nameEn } satisfies InTwoLanguages,
    agency: new Ref('Agency', { code: agencyCode }),
    availableEverywhere: availableIn === 'ALL',
    availableIn: availableIn === 'ALL' ? [] : availableIn.map((region) => new Ref('Region', { code: region })),
    standard: {
      ...rest,
      fee: { kind: fee.kind, note: fee.note, amount: fee.amountMinor === null ? null : rupiah(fee.amountMinor) },
      requirements: requirements.map(({ nameId: name, ...requirement }) => ({ ...requirement, name })),
    },
    factSource: service.source,
    sampleFacts: service.sample,
  };
}

/** @param minor whole rupiah × 100 */
export function rupiah(minor: number): Facts {
  return { amount: (minor / 100).toFixed(2), currency: 'IDR' };
}
