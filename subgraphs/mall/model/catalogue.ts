import type {
  GovernmentLevel,
  LifeEvent,
  OpeningHoursFact,
  ServiceCategory,
  ServiceChannel,
  ServiceSector,
  ServiceStandardFact,
} from '../data/types.ts';
import { asStored, Mixed, Schema } from './storage.ts';

/** The catalogue that everybody may read: regions, malls, agencies and services. */

export type RegionLevel = 'PROVINCE' | 'REGENCY' | 'DISTRICT' | 'VILLAGE';

export interface Region {
  readonly _id: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly name: string;
  /** The name as it is searched and sorted by: without Kabupaten or Kota, in small letters. */
  readonly searchName: string;
  readonly isPilot: boolean;
}

export const regionSchema = new Schema<Region>(
  {
    _id: String,
    level: String,
    parent: String,
    name: String,
    searchName: String,
    isPilot: Boolean,
  },
  asStored,
)
  .index({ parent: 1, searchName: 1, _id: 1 })
  .index({ level: 1, searchName: 1, _id: 1 })
  .index({ searchName: 1, _id: 1 });

export interface Mall {
  readonly _id: string;
  readonly name: string;
  readonly regionCode: string;
  /** The region that runs it, and the province that this lies in. */
  readonly regions: readonly string[];
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly openedOn: string | null;
  readonly openingHours: readonly OpeningHoursFact[];
  readonly agencyCodes: readonly string[];
  readonly factSource: string | null;
  readonly sampleFacts: readonly string[];
}

export const mallSchema = new Schema<Mall>(
  {
    _id: String,
    name: String,
    regionCode: String,
    regions: [String],
    address: String,
    latitude: Number,
    longitude: Number,
    openedOn: String,
    openingHours: Mixed,
    agencyCodes: [String],
    factSource: String,
    sampleFacts: [String],
  },
  asStored,
)
  .index({ name: 1, _id: 1 })
  .index({ regions: 1, name: 1, _id: 1 })
  .index({ agencyCodes: 1, name: 1, _id: 1 })
  .index({ latitude: 1, _id: 1 });

export interface Agency {
  readonly _id: string;
  readonly nameId: string;
  readonly nameEn: string | null;
  readonly level: GovernmentLevel | null;
  /** The folder name of the part of the graph that answers for it. */
  readonly subgraph: string | null;
}

export const agencySchema = new Schema<Agency>(
  { _id: String, nameId: String, nameEn: String, level: String, subgraph: String },
  asStored,
)
  .index({ nameId: 1, _id: 1 })
  .index({ subgraph: 1, _id: 1 });

export interface Service {
  readonly _id: string;
  readonly nameId: string;
  readonly nameEn: string;
  /** The words of both names, and of what one gets, as they are searched by. */
  readonly words: readonly string[];
  readonly category: ServiceCategory;
  /** null for a service that an agency announced before the catalogue had it. */
  readonly sector: ServiceSector | null;
  readonly agencyCode: string;
  readonly channels: readonly ServiceChannel[];
  /** Codes of regions, or `ALL` alone. */
  readonly availableIn: readonly string[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly standard: ServiceStandardFact | null;
  readonly factSource: string | null;
  readonly sampleFacts: readonly string[];
}

export const serviceSchema = new Schema<Service>(
  {
    _id: String,
    nameId: String,
    nameEn: String,
    words: [String],
    category: String,
    sector: String,
    agencyCode: String,
    channels: [String],
    availableIn: [String],
    lifeEvents: [String],
    standard: Mixed,
    factSource: String,
    sampleFacts: [String],
  },
  asStored,
)
  .index({ nameId: 1, _id: 1 })
  .index({ agencyCode: 1, nameId: 1, _id: 1 })
  .index({ sector: 1, nameId: 1, _id: 1 })
  .index({ words: 1, _id: 1 });
