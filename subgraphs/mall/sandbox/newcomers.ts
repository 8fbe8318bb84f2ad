import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { AgencyRecord, MallModels, ServiceRecord } from '../model.ts';
import { wordsOf } from '../rules/searchText.ts';

/** The catalogue's word on announcements. */
interface Catalogue {
  readonly agencyCodeOf: (announcement: ApplicationAnnouncement) => string;
  readonly serviceOf: (announcement: ApplicationAnnouncement) => ServiceRecord;
}

/**
 * Looks announced agencies and services up, and adds those that the catalogue does not hold: an agency under the name of
 * its folder, a service under its code, with the name that was announced.
 */
export async function joinCatalogue(
  models: MallModels,
  announcements: readonly ApplicationAnnouncement[],
): Promise<Catalogue> {
  const agencies = await agenciesByFolder(models, announcements);
  const agencyCodeOf = ({ agency }: ApplicationAnnouncement) => agencies.get(agency)?._id ?? agency;
  const services = await servicesByCode(models, announcements, agencyCodeOf);
  return {
    agencyCodeOf,
    serviceOf: (announcement) =>
      services.get(announcement.serviceCode) ?? newService(announcement, agencyCodeOf(announcement)),
  };
}

async function agenciesByFolder(
  { Agency }: MallModels,
  announcements: readonly ApplicationAnnouncement[],
): Promise<Map<string, AgencyRecord>> {
  const folders = [...new Set(announcements.map(({ agency }) => agency))];
  const known = await Agency.find({ subgraph: { $in: folders } })
    .sort({ subgraph: 1, _id: 1 })
    .lean<AgencyRecord[]>();
  const byFolder = new Map(known.map((agency) => [agency.subgraph ?? '', agency]));
  for (const folder of folders) {
    if (byFolder.has(folder)) continue;
    const { _id, ...rest } = newAgency(folder);
    await Agency.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    byFolder.set(folder, { _id, ...rest });
  }
  return byFolder;
}

async function servicesByCode(
  { Service }: MallModels,
  announcements: readonly ApplicationAnnouncement[],
  agencyCodeOf: (announcement: ApplicationAnnouncement) => string,
): Promise<Map<string, ServiceRecord>> {
  const codes = [...new Set(announcements.map(({ serviceCode }) => serviceCode))];
  const known = await Service.find({ _id: { $in: codes } })
    .sort({ _id: 1 })
    .lean<ServiceRecord[]>();
  const byCode = new Map(known.map((service) => [service._id, service]));
  for (const announcement of announcements) {
    if (byCode.has(announcement.serviceCode)) continue;
    const service = newService(announcement, agencyCodeOf(announcement));
    const { _id, ...rest } = service;
    await Service.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    byCode.set(_id, service);
  }
  return byCode;
}

function newAgency(folder: string): AgencyRecord {
  return { _id: folder, nameId: folder, nameEn: null, level: null, subgraph: folder };
}

function newService(announcement: ApplicationAnnouncement, agencyCode: string): ServiceRecord {
  const name = announcement.serviceName ?? announcement.serviceCode;
  return {
    _id: announcement.serviceCode,
    nameId: name,
    nameEn: name,
    words: wordsOf(name),
    category: 'NON_LICENSING',
    sector: null,
    agencyCode,
    channels: [announcement.channel],
    availableIn: ['ALL'],
    lifeEvents: [],
    standard: null,
    factSource: null,
    sampleFacts: [],
  };
}
