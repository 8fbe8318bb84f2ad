import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { ageOn, type SyntheticHousehold, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { IdentityApplicationRecord } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';

/** What becomes an application: who asks for what, when, and how far it has come. */
export interface Story {
  readonly kind: IdentityServiceKind;
  readonly status: ApplicationStatus;
  readonly startedDaysAgo: number;
  readonly channel: 'COUNTER' | 'ONLINE' | 'KIOSK' | 'MOBILE';
  /** The applicant, when left out. */
  readonly subject?: SyntheticPerson | undefined;
  /** The regency of the applicant's home, when left out. */
  readonly regionCode?: string;
  readonly changes?: IdentityApplicationRecord['changes'];
}

/** The stories of the cast, each told so that it fits what the citizen shows (kit/sandbox/cast.ts). */
const castStories: Readonly<Record<CitizenSlug, (family: SyntheticHousehold) => Story[]>> = {
  'food-seller': (family) => [
    {
      kind: 'CHILD_CARD',
      status: 'ISSUED',
      startedDaysAgo: 6,
      channel: 'ONLINE',
      subject: youngestChild(family),
    },
    {
      kind: 'DATA_CHANGE',
      status: 'COMPLETED',
      startedDaysAgo: 90,
      channel: 'COUNTER',
      changes: [{ field: 'occupation', before: '2', after: '84' }],
    },
  ],
  nurse: () => [{ kind: 'DIGITAL_ID_ACTIVATION', status: 'COMPLETED', startedDaysAgo: 200, channel: 'MOBILE' }],
  'new-parent': () => [
    { kind: 'FAMILY_CARD_CHANGE', status: 'VERIFICATION', startedDaysAgo: 2, channel: 'ONLINE' },
    { kind: 'CHILD_CARD', status: 'SUBMITTED', startedDaysAgo: 1, channel: 'ONLINE' },
  ],
  mover: (family) => [
    {
      kind: 'FAMILY_CARD_CHANGE',
      status: 'DOCUMENT_CHECK',
      startedDaysAgo: 3,
      channel: 'COUNTER',
      regionCode: '21.71',
      changes: [
        { field: 'address', before: `${family.street}, Kota Magelang`, after: 'Jalan Contoh No. 7, Kota Batam' },
      ],
    },
    { kind: 'ID_CARD_REPLACEMENT', status: 'SUBMITTED', startedDaysAgo: 3, channel: 'COUNTER', regionCode: '21.71' },
  ],
  investor: () => [{ kind: 'ID_CARD_REPLACEMENT', status: 'COMPLETED', startedDaysAgo: 400, channel: 'KIOSK' }],
  'late-filer': () => [{ kind: 'DIGITAL_ID_ACTIVATION', status: 'WITHDRAWN', startedDaysAgo: 30, channel: 'MOBILE' }],
  widow: () => [
    {
      kind: 'FAMILY_CARD_CHANGE',
      status: 'AWAITING_APPROVAL',
      startedDaysAgo: 4,
      channel: 'COUNTER',
      changes: [{ field: 'maritalStatus', before: 'MARRIED_REGISTERED', after: 'WIDOWED' }],
    },
  ],
  'unmatched-nik': () => [
    {
      kind: 'DATA_CHANGE',
      status: 'RETURNED',
      startedDaysAgo: 8,
      channel: 'ONLINE',
      changes: [{ field: 'fullName', before: 'Hendra Seumpama', after: 'Hendra Perumpama' }],
    },
  ],
  mother: (family) => [
    { kind: 'CHILD_CARD', status: 'COMPLETED', startedDaysAgo: 60, channel: 'ONLINE', subject: eldestChild(family) },
    {
      kind: 'CHILD_CARD',
      status: 'AWAITING_APPROVAL',
      startedDaysAgo: 2,
      channel: 'ONLINE',
      subject: youngestChild(family),
    },
  ],
};

const openStatuses = [
  'SUBMITTED',
  'DOCUMENT_CHECK',
  'RETURNED',
  'VERIFICATION',
  'AWAITING_APPROVAL',
  'APPROVED',
] as const;
const lastStatuses = ['ISSUED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'] as const;
const channels = ['COUNTER', 'ONLINE', 'ONLINE', 'KIOSK', 'MOBILE'] as const;
const adultKinds = ['ID_CARD_REPLACEMENT', 'DATA_CHANGE', 'FAMILY_CARD_CHANGE', 'DIGITAL_ID_ACTIVATION'] as const;
const newSchooling = { field: 'education', before: 'JUNIOR_SECONDARY', after: 'SENIOR_SECONDARY' } as const;

/** The applications of one person: by hand for the cast, one to three for every sixth other adult. */
export function storiesOf(person: SyntheticPerson, family: SyntheticHousehold, now: Date): Story[] {
  if (person.persona) return castStories[person.persona](family);
  const random = new Random(`identity applications of ${person.id}`);
  const age = ageOn(person.birthDate, now);
  const isCast = family.members.some(({ persona }) => persona !== null);
  if (isCast || person.deceased || age < 17 || !random.chance(1 / 6)) return [];
  return Array.from({ length: random.whole(1, 3) }, () => storyByChance(age, family, random));
}

function storyByChance(age: number, family: SyntheticHousehold, random: Random): Story {
  const child = age > 21 && random.chance(0.3) ? youngestChild(family) : undefined;
  const kind = child ? 'CHILD_CARD' : age <= 21 ? 'ID_CARD_NEW' : random.pick(adultKinds);
  const isOpen = random.chance(0.4);
  return {
    kind,
    status: random.pick(isOpen ? openStatuses : lastStatuses),
    startedDaysAgo: isOpen ? random.whole(1, 20) : random.whole(30, 900),
    channel: random.pick(channels),
    subject: child,
    ...(kind === 'DATA_CHANGE' ? { changes: [newSchooling] } : {}),
  };
}

function youngestChild(family: SyntheticHousehold): SyntheticPerson | undefined {
  return childrenOf(family).at(-1);
}

function eldestChild(family: SyntheticHousehold): SyntheticPerson | undefined {
  return childrenOf(family)[0];
}

function childrenOf({ members }: SyntheticHousehold): SyntheticPerson[] {
  return members
    .filter(({ relationship }) => relationship === 'CHILD')
    .sort((one, other) => one.birthDate.localeCompare(other.birthDate));
}
