import { base, Faker, id_ID } from '@faker-js/faker';
import type { Principal } from '../principal.ts';
import { dayOf, daysBefore } from './calendar.ts';
import {
  type CastCitizen,
  type CitizenSlug,
  castCitizens,
  castStaff,
  citizenScopes,
  type PersonaSlug,
} from './cast.ts';
import { type Place, places } from './places.ts';
import { opaqueId, Random } from './random.ts';

/** A synthetic person: the facts that several agencies must agree on. Each agency makes up the rest by itself. */
export interface SyntheticPerson {
  readonly id: string;
  /** A real district, a serial of 9000 or more: visibly synthetic. */
  readonly nik: string;
  readonly persona: CitizenSlug | null;
  readonly fullName: string;
  readonly sex: 'MALE' | 'FEMALE';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly occupationCode: string;
  readonly relationship: 'HEAD' | 'HUSBAND' | 'WIFE' | 'CHILD';
  readonly deceased: boolean;
  /** The business number, for one who owns a business. */
  readonly nib: string | null;
  /** The opaque id at the tax agency, for one who is registered there. */
  readonly taxpayerId: string | null;
}

/** People on one family card. */
export interface SyntheticHousehold {
  readonly id: string;
  /** 16 digits, serial of 9000 or more. */
  readonly cardNumber: string;
  readonly place: Place;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly members: readonly SyntheticPerson[];
}

const adultOccupations = ['5', '9', '11', '15', '19', '65', '72', '73', '74', '84', '88', '89'] as const;
const castOwners: readonly CitizenSlug[] = ['food-seller', 'investor', 'late-filer'];
const streets = ['Melati', 'Kenanga', 'Diponegoro', 'Merdeka', 'Sudirman', 'Anggrek', 'Cempaka', 'Pahlawan'] as const;

/**
 * Makes synthetic households, the cast first, until there are at least `citizens` more people than the cast. The same
 * size and day give the same people on every machine.
 *
 * @param today ages are counted back from this day
 */
export function createPopulation(citizens: number, today: Date): SyntheticHousehold[] {
  const numbers = new NumberSeries();
  const faker = new Faker({ locale: [id_ID, base] });
  const households = castCitizens.map((citizen) => castHousehold(citizen, today, numbers));
  for (let made = 0; made < citizens; ) {
    const household = randomHousehold(households.length, citizens - made, today, numbers, faker);
    households.push(household);
    made += household.members.length;
  }
  return households;
}

/** The opaque id of a citizen of the cast. */
export function citizenIdOf(slug: CitizenSlug): string {
  return opaqueId('ctz', 'cast', slug);
}

/** Who a persona is to the gateway. */
export function principalOf(slug: PersonaSlug): Principal {
  if (slug in castStaff) return castStaff[slug as keyof typeof castStaff];
  return { kind: 'citizen', id: citizenIdOf(slug as CitizenSlug), scopes: [...citizenScopes] };
}

/** Age in whole years on a day. */
export function ageOn(birthDate: string, today: Date): number {
  const day = dayOf(today);
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}

function castHousehold(citizen: CastCitizen, today: Date, numbers: NumberSeries): SyntheticHousehold {
  const random = new Random(`cast ${citizen.slug}`);
  const place = places.find(({ villageCode }) => villageCode === citizen.villageCode);
  if (!place) throw new Error(`The home village of ${citizen.slug} is not among the places.`);
  const member = (name: string, rest: Partial<SyntheticPerson> & { age: number; sex: 'MALE' | 'FEMALE' }) =>
    person({ name: ['cast', name], random, today, numbers, place, ...rest });

  const self = member(citizen.slug, {
    persona: citizen.slug,
    fullName: citizen.fullName,
    sex: citizen.sex,
    age: citizen.age,
    occupationCode: citizen.occupationCode,
    relationship: citizen.sex === 'FEMALE' && citizen.spouse === 'LIVING' ? 'WIFE' : 'HEAD',
  });
  const familyName = citizen.fullName.split(' ').at(-1) ?? '';
  const spouse =
    citizen.spouse === 'NONE'
      ? []
      : [
          member(`${citizen.slug} spouse`, {
            fullName: `${citizen.sex === 'FEMALE' ? 'Joko' : 'Wulan'} ${familyName}`,
            sex: citizen.sex === 'FEMALE' ? 'MALE' : 'FEMALE',
            age: citizen.age + 2,
            relationship: citizen.sex === 'MALE' ? 'WIFE' : citizen.spouse === 'LATE' ? 'HUSBAND' : 'HEAD',
            deceased: citizen.spouse === 'LATE',
          }),
        ];
  const children = citizen.childrenAges.map((age, order) =>
    member(`${citizen.slug} child ${order}`, {
      fullName: `${order % 2 === 0 ? 'Putri' : 'Bima'} ${familyName}`,
      sex: order % 2 === 0 ? 'FEMALE' : 'MALE',
      age,
      occupationCode: age < 6 ? '1' : '3',
      relationship: 'CHILD',
    }),
  );
  return household(['cast', citizen.slug], place, [self, ...spouse, ...children], random, numbers);
}

function randomHousehold(
  index: number,
  room: number,
  today: Date,
  numbers: NumberSeries,
  faker: Faker,
): SyntheticHousehold {
  const random = new Random(`household ${index}`);
  faker.seed(index);
  const place = random.pick(places);
  const adultAge = random.whole(24, 70);
  const familyName = faker.person.lastName();
  const member = (part: string, sex: 'MALE' | 'FEMALE', age: number, rest: Partial<SyntheticPerson>) =>
    person({
      name: ['household', index, part],
      random,
      today,
      numbers,
      place,
      sex,
      age,
      fullName: `${faker.person.firstName(sex === 'MALE' ? 'male' : 'female')} ${familyName}`,
      ...rest,
    });

  const couple = random.chance(0.75) && room > 1;
  const headSex = couple || random.chance(0.5) ? 'MALE' : 'FEMALE';
  const members = [member('head', headSex, adultAge, { relationship: 'HEAD' })];
  if (couple)
    members.push(member('wife', 'FEMALE', Math.max(20, adultAge - random.whole(0, 5)), { relationship: 'WIFE' }));
  const children = couple ? Math.min(random.whole(0, 3), room - members.length) : 0;
  for (let order = 0; order < children; order++) {
    const age = Math.max(0, Math.min(adultAge - 22 - order * 2, random.whole(0, 20)));
    members.push(
      member(`child ${order}`, random.chance(0.5) ? 'MALE' : 'FEMALE', age, {
        relationship: 'CHILD',
        occupationCode: age < 6 ? '1' : '3',
      }),
    );
  }
  return household(['household', index], place, members, random, numbers);
}

function person(facts: {
  name: readonly (string | number)[];
  random: Random;
  today: Date;
  numbers: NumberSeries;
  place: Place;
  sex: 'MALE' | 'FEMALE';
  age: number;
  persona?: CitizenSlug | null;
  fullName?: string;
  occupationCode?: string;
  relationship?: SyntheticPerson['relationship'];
  deceased?: boolean;
}): SyntheticPerson {
  const { random, place, sex } = facts;
  const birthDate = dayOf(daysBefore(facts.today, facts.age * 365.25 + random.whole(1, 360)));
  const id = opaqueId('ctz', ...facts.name);
  const persona = facts.persona ?? null;
  const heads = facts.age >= 21 && facts.relationship === 'HEAD' && !facts.deceased;
  const ownsBusiness = persona ? castOwners.includes(persona) : heads && new Random(`business ${id}`).chance(0.2);
  return {
    id,
    nik: facts.numbers.nik(place, birthDate, sex),
    persona,
    fullName: facts.fullName ?? 'Tanpa Nama',
    sex,
    birthDate,
    birthPlace: place.regency,
    occupationCode: facts.occupationCode ?? random.pick(adultOccupations),
    relationship: facts.relationship ?? 'HEAD',
    deceased: facts.deceased ?? false,
    nib: ownsBusiness ? `9${new Random(`nib ${id}`).digits(12)}` : null,
    taxpayerId: persona || heads ? opaqueId('tax', id) : null,
  };
}

function household(
  name: readonly (string | number)[],
  place: Place,
  members: readonly SyntheticPerson[],
  random: Random,
  numbers: NumberSeries,
): SyntheticHousehold {
  return {
    id: opaqueId('fam', ...name),
    cardNumber: numbers.familyCard(place, members[0]?.birthDate ?? '2000-01-01'),
    place,
    street: `Jalan ${random.pick(streets)} No. ${random.whole(1, 250)}`,
    rt: String(random.whole(1, 12)).padStart(3, '0'),
    rw: String(random.whole(1, 9)).padStart(3, '0'),
    members,
  };
}

/** Hands out serial numbers from the reserved range 9000 to 9999, without giving one twice. */
class NumberSeries {
  private readonly used = new Map<string, number>();

  nik(place: Place, birthDate: string, sex: 'MALE' | 'FEMALE'): string {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    const codedDay = String(Number(day) + (sex === 'FEMALE' ? 40 : 0)).padStart(2, '0');
    return this.withSerial(`${districtDigits(place)}${codedDay}${month}${year.slice(2)}`);
  }

  /** The recording date of the sandbox's cards is taken from the head's birthday, twenty-five years on. */
  familyCard(place: Place, birthDate: string): string {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    const recorded = String((Number(year) + 25) % 100).padStart(2, '0');
    return this.withSerial(`${districtDigits(place)}${day}${month}${recorded}`, 'card');
  }

  private withSerial(prefix: string, kind = 'person'): string {
    const serial = this.used.get(kind + prefix) ?? 9000;
    if (serial > 9999) throw new RangeError('The reserved range of synthetic serial numbers is used up.');
    this.used.set(kind + prefix, serial + 1);
    return `${prefix}${serial}`;
  }
}

function districtDigits(place: Place): string {
  return place.villageCode.slice(0, 8).replaceAll('.', '');
}
