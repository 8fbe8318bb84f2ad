import { showLastFour } from '#kit/personalNumbers.ts';
import { createPopulation, type SyntheticHousehold, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId } from '#kit/sandbox/random.ts';
import { type Facts, Ref } from './thing.ts';

const families = 60;

/** What several agencies know of the same people: the cast first, then synthetic neighbours. */
export interface People {
  readonly Citizen: readonly Facts[];
  readonly Family: readonly Facts[];
  readonly Taxpayer: readonly Facts[];
  readonly Business: readonly Facts[];
}

/**
 * Makes the people of the mocked graph, from the sandbox's population: invented names, serials from 9000 on. Who is who
 * does not depend on the seed, so that a token of the cast means the same person everywhere.
 */
export function mockPeople(today: Date): People {
  const households = createPopulation(families, today);
  const living = households.flatMap((household) => household.members.map((member) => ({ household, member })));
  return {
    Citizen: living.map(({ household, member }) => citizen(household, member)),
    Family: households.map(family),
    Taxpayer: living.map(({ member }) => taxpayer(member)),
    Business: living.map(({ household, member }, order) => business(household, member, order)),
  };
}

function citizen(household: SyntheticHousehold, person: SyntheticPerson): Facts {
  const { id, nik, fullName, sex, birthDate, birthPlace } = person;
  const isParent = person.relationship !== 'CHILD';
  const others = (children: boolean) =>
    household.members
      .filter((other) => other.id !== id && (other.relationship === 'CHILD') === children)
      .map((other) => new Ref('Citizen', { id: other.id }));
  return {
    ...{ id, nik, fullName, sex, birthDate, birthPlace },
    maskedNik: showLastFour(nik),
    address: addressOf(household),
    family: new Ref('Family', { id: household.id }),
    taxpayer: isParent ? new Ref('Taxpayer', { id: taxpayerId(person) }) : null,
    parents: isParent ? [] : others(false),
    children: isParent ? others(true) : [],
    ...(isParent ? { businesses: [new Ref('Business', { nib: nibOf(person) })] } : { businesses: [] }),
  };
}

function family(household: SyntheticHousehold): Facts {
  const [head] = household.members;
  return {
    id: household.id,
    maskedFamilyCardNumber: showLastFour(household.cardNumber),
    address: addressOf(household),
    head: head ? new Ref('Citizen', { id: head.id }) : null,
    members: household.members.map((member) => ({
      citizen: new Ref('Citizen', { id: member.id }),
      relationship: member.relationship,
    })),
  };
}

function taxpayer(person: SyntheticPerson): Facts {
  // The tax number of a resident is the NIK.
  const npwp = person.nik;
  return {
    id: taxpayerId(person),
    name: person.fullName,
    kind: 'INDIVIDUAL',
    ...{ npwp, maskedNpwp: showLastFour(npwp) },
    nikMatched: person.persona !== 'unmatched-nik',
    status: 'ACTIVE',
    clearance: clearanceOf(person),
  };
}

/** One of the cast shows a tax status that stops an application; everybody else's is as it should be. */
function clearanceOf({ persona }: SyntheticPerson): Facts {
  if (persona !== 'late-filer') return { status: 'VALID', reasons: [], remedies: [] };
  const reason = 'RETURNS_NOT_FILED';
  return { status: 'INVALID', reasons: [reason], remedies: [{ reason }], validUntil: null };
}

const trades = ['Warung', 'Toko', 'Kedai', 'Bengkel', 'Katering', 'Konveksi', 'Penginapan', 'Kios'] as const;

function business({ place, street }: SyntheticHousehold, person: SyntheticPerson, order: number): Facts {
  const [firstName = ''] = person.fullName.split(' ');
  return {
    nib: nibOf(person),
    name: `${trades[order % trades.length]} ${firstName}`,
    address: `${street}, ${place.village}, ${place.regency}`,
    region: new Ref('Region', { code: place.villageCode.slice(0, 5) }),
    responsiblePersons: [new Ref('Citizen', { id: person.id })],
    taxpayer: new Ref('Taxpayer', { id: taxpayerId(person) }),
  };
}

function addressOf({ street, rt, rw, place }: SyntheticHousehold): Facts {
  return { street, rt, rw, village: new Ref('Region', { code: place.villageCode }) };
}

function taxpayerId({ id, taxpayerId: registered }: SyntheticPerson): string {
  return registered ?? opaqueId('tax', id);
}

function nibOf({ id, nib }: SyntheticPerson): string {
  return (
    nib ??
    `9${[...opaqueId('nib', id).slice(4)]
      .map((digit) => Number.parseInt(digit, 16) % 10)
      .join('')
      .slice(0, 12)}`
  );
}
