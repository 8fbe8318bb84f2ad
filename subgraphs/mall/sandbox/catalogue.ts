import { regionPath } from '#kit/regionCode.ts';
import { load } from '#kit/sandbox/seed.ts';
import { agencies } from '../data/agencies.ts';
import { malls } from '../data/malls.ts';
import { services } from '../data/services.ts';
import type { AgencyFact, MallFact, ServiceFact } from '../data/types.ts';
import type { AgencyRecord, MallModels, MallRecord, ServiceRecord } from '../model.ts';
import { wordsOf } from '../rules/searchText.ts';

/** Writes the malls, the agencies and the catalogue of services from data/. */
export async function seedCatalogue({ Mall, Agency, Service }: MallModels): Promise<void> {
  await load(Mall, malls.map(mallRecord));
  await load(Agency, agencies.map(agencyRecord));
  await load(Service, services.map(serviceRecord));
}

function mallRecord(mall: MallFact): MallRecord {
  return {
    _id: mall.id,
    name: mall.name,
    regionCode: mall.regionCode,
    regions: regionPath(mall.regionCode),
    address: mall.address,
    latitude: mall.latitude ?? null,
    longitude: mall.longitude ?? null,
    openedOn: mall.openedOn ?? null,
    openingHours: mall.openingHours,
    agencyCodes: mall.agencyCodes,
    factSource: mall.source,
    sampleFacts: mall.sample,
  };
}

function agencyRecord(agency: AgencyFact): AgencyRecord {
  const { code, name, nameEn, level, subgraph } = agency;
  return { _id: code, nameId: name, nameEn, level, subgraph };
}

function serviceRecord(service: ServiceFact): ServiceRecord {
  const { code, nameId, nameEn, category, sector, agencyCode, channels, availableIn, lifeEvents, standard } = service;
  return {
    _id: code,
    nameId,
    nameEn,
    words: wordsOf(nameId, nameEn, ...standard.products),
    category,
    sector,
    agencyCode,
    channels,
    availableIn: availableIn === 'ALL' ? ['ALL'] : availableIn,
    lifeEvents,
    standard,
    factSource: service.source,
    sampleFacts: service.sample,
  };
}
