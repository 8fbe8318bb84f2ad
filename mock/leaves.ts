import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import { places } from '#kit/sandbox/places.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { wording } from './words.ts';

/** The day on which the mocked graph lives, whatever the machine's clock says: an answer never changes by itself. */
export const mockToday = new Date('2026-11-02T03:00:00.000Z');

/** Which value is asked for: the type and field it stands in, and the name of the object. */
export interface Place {
  readonly type: string;
  readonly field: string;
  readonly name: string;
}

const toCome = /^(validUntil|expiresAt|deadline|dueAt|dueOn|uploadBefore|estimatedCallAt|scheduledFor)$/;
const seldomTrue = /^(revoked|breached|suppressed|lateReport)$/;
const usuallyTrue = /^(valid|matched|mandatory|uploaded|nikMatched|accepted|offeredInRegion)$/;
/** Fields that hold nothing most of the time. */
const usuallyEmpty = /^(revokedAt|claimedAt|assignee|revocation.*|withdrawnAt|vatNumber)$/;

const wholeNumbers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  averageWaitMinutes: [3, 40],
  closed: [20, 400],
  daysSinceEvent: [1, 90],
  hours: [1, 16],
  issued: [10, 300],
  medianWorkingHours: [4, 60],
  order: [1, 4],
  period: [1, 12],
  position: [1, 15],
  respondents: [30, 900],
  sequence: [1, 9],
  sizeBytes: [40_000, 2_000_000],
  submitted: [20, 400],
  taxYear: [2023, 2025],
  waiting: [0, 25],
  weightGrams: [2_500, 3_900],
  workingDays: [1, 14],
};

const fractions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  average: [2.8, 4],
  index: [70, 96],
  latitude: [-8.6, -6.1],
  lengthCm: [46, 53],
  longitude: [106.8, 115.2],
  onTimeRate: [0.7, 1],
  pausedShare: [0, 0.3],
};

/** Whether an optional value is left out in this place. */
export function isLeftOut({ field }: Place): boolean {
  return usuallyEmpty.test(field);
}

/**
 * Makes up the value of a leaf. The same seed, object and field give the same value, and every value is one that the
 * type allows. Numbers of people are synthetic: serials from 9000 on.
 */
export function leaf(type: GraphQLLeafType, seed: string, place: Place): unknown {
  const random = new Random(`${seed} ${place.name} ${place.field}`);
  if (isEnumType(type)) return enumValue(type, place, random);
  const make = makers[type.name] ?? makers['String'];
  return make?.(place, random);
}

type Maker = (place: Place, random: Random) => unknown;

const makers: Readonly<Record<string, Maker>> = {
  Boolean: ({ field }, random) => random.chance(usuallyTrue.test(field) ? 0.95 : seldomTrue.test(field) ? 0.1 : 0.5),
  Int: ({ field }, random) => random.whole(...(wholeNumbers[field] ?? [0, 20])),
  Float: ({ field }, random) => {
    const [least, most] = fractions[field] ?? [0, 40];
    return Math.round((least + random.next() * (most - least)) * 100) / 100;
  },
  ID: ({ type, field, name }, random) => identifier(type, field, name, random),
  Date: (place, random) => moment(place, random).toISOString().slice(0, 10),
  DateTime: (place, random) => moment(place, random),
  Nib: (_place, random) => `9${random.digits(12)}`,
  Nik: (_place, random) => syntheticNik(random),
  Npwp: (_place, random) => syntheticNik(random),
  RegionCode: (_place, random) => random.pick(places).villageCode.slice(0, 5),
  String: ({ type, field }, random) => wording(type, field, random) ?? `Contoh ${field}`,
};

function identifier(type: string, field: string, name: string, random: Random): string {
  if (/kbli/i.test(field) || type === 'BusinessClassification')
    return random.pick(['56101', '55111', '47112', '56303']);
  if (field === 'registrationNumber') return `AKT-9${random.digits(11)}`;
  if (field === 'billingCode') return `9${random.digits(14)}`.slice(0, 14);
  if (field === 'nitku') return `TKU-9${random.digits(5)}`;
  if (/^code$|Code$/.test(field))
    return wording(type, field, random) ?? `${prefixOf(type)}-${random.whole(1, 9)}`.toUpperCase();
  if (field === 'textSha256') return opaqueId('txt', name).slice(4).repeat(4).slice(0, 64);
  return opaqueId(prefixOf(type), name, field);
}

function prefixOf(type: string): string {
  return type.slice(0, 3).toLowerCase();
}

function moment({ field }: Place, random: Random): Date {
  const days = toCome.test(field) ? -random.whole(2, 900) : random.whole(1, 700);
  const day = daysBefore(mockToday, days);
  return new Date(day.getTime() + random.whole(0, 8 * 3_600) * 1_000);
}

/** The kind of a record goes by its type: a BirthRecord is of a BIRTH. */
function enumValue(type: GraphQLEnumType, place: Place, random: Random): string {
  const values = type.getValues().map(({ name }) => name);
  const ofType = values.find((value) => place.type.toUpperCase() === `${value}RECORD`);
  const usual = values.find((value) => value === 'ACTIVE' || value === 'VALID');
  return ofType ?? (usual && random.chance(0.8) ? usual : random.pick(values));
}

function syntheticNik(random: Random): string {
  const { villageCode } = random.pick(places);
  return `${villageCode.slice(0, 8).replaceAll('.', '')}150890${random.whole(9000, 9999)}`;
}
