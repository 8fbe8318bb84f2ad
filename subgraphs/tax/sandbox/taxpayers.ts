import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { TaxpayerRecord } from '../model.ts';
import { sixteenDigits } from '../rules/npwp.ts';
import type { SandboxNumbers } from './numbers.ts';
import { officeOf } from './offices.ts';
import { profileOf, profileOfEntity, type TaxProfile } from './profiles.ts';

/** A taxpayer, and how the sandbox wants it to stand. */
export interface TaxFile {
  readonly taxpayer: TaxpayerRecord;
  readonly profile: TaxProfile;
}

/** One household of twenty has a company beside it, one of a hundred an office of the state. */
const householdsPerCompany = 20;
const householdsPerOffice = 100;

/** Everybody who is registered: the citizens whom the population says so of, and some entities. */
export function* taxFiles(households: readonly SyntheticHousehold[], numbers: SandboxNumbers): Generator<TaxFile> {
  for (const [index, household] of households.entries()) {
    for (const person of household.members) {
      if (person.taxpayerId !== null) yield fileOfPerson(person, person.taxpayerId, household, numbers);
    }
    if (index % householdsPerCompany === 9) yield fileOfEntity('ENTITY', household, numbers);
    if (index % householdsPerOffice === 10) yield fileOfEntity('GOVERNMENT', household, numbers);
  }
}

function fileOfPerson(
  person: SyntheticPerson,
  taxpayerId: string,
  household: SyntheticHousehold,
  numbers: SandboxNumbers,
): TaxFile {
  const profile = profileOf(person);
  const office = officeOf(household.place.regency);
  const older = sixteenDigits(numbers.nextNpwp15(office.code));
  // A resident's number is the identity number as soon as the two are matched; the older one still finds them.
  const lookupNumbers = profile.nikMatched ? [person.nik, older] : [older];
  const taxpayer: TaxpayerRecord = {
    _id: taxpayerId,
    citizenId: person.id,
    npwp: profile.nikMatched ? person.nik : older,
    lookupNumbers,
    name: person.fullName,
    kind: 'INDIVIDUAL',
    status: profile.status,
    nikMatched: profile.nikMatched,
    vatRegistered: profile.vatRegistered,
    registeredOn: `${Number(person.birthDate.slice(0, 4)) + 20}-07-01`,
    office,
    branches: branchesOf(person.fullName, profile, household),
    settled: [],
  };
  return { taxpayer, profile };
}

function fileOfEntity(kind: 'ENTITY' | 'GOVERNMENT', household: SyntheticHousehold, numbers: SandboxNumbers): TaxFile {
  const id = opaqueId('tax', kind, household.id);
  const profile = profileOfEntity(id);
  const office = officeOf(household.place.regency);
  const npwp = sixteenDigits(numbers.nextNpwp15(office.code));
  const random = new Random(`entity ${id}`);
  const trade = random.pick(['Niaga', 'Boga', 'Karya', 'Tirta', 'Samudra']);
  const name =
    kind === 'ENTITY' ? `PT Contoh ${trade} ${household.place.village}` : `Dinas Contoh ${household.place.regency}`;
  const taxpayer: TaxpayerRecord = {
    _id: id,
    citizenId: null,
    npwp,
    lookupNumbers: [npwp],
    name,
    kind,
    status: profile.status,
    nikMatched: null,
    vatRegistered: profile.vatRegistered,
    registeredOn: `${random.whole(1998, 2024)}-02-01`,
    office,
    branches: branchesOf(name, profile, household),
    settled: [],
  };
  return { taxpayer, profile };
}

function branchesOf(name: string, { branches }: TaxProfile, household: SyntheticHousehold): TaxpayerRecord['branches'] {
  const { street, place } = household;
  return [name, ...branches].map((called, order) => ({
    order: String(order).padStart(6, '0'),
    name: called,
    address: `${street}, ${place.village}, ${place.regency}`,
  }));
}
