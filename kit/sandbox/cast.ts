import type { Principal } from '../principal.ts';

/** A citizen that every sandbox has, under a name that tests, docs and `npm run token` use. */
export interface CastCitizen {
  readonly slug: CitizenSlug;
  /** What this citizen shows. */
  readonly shows: string;
  readonly fullName: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly age: number;
  readonly villageCode: string;
  /** Code of the KTP occupation table. */
  readonly occupationCode: string;
  /** Who lives in the household beside this citizen. A late spouse has died and is still on the family card. */
  readonly spouse: 'NONE' | 'LIVING' | 'LATE';
  readonly childrenAges: readonly number[];
}

export const citizenSlugs = [
  'food-seller',
  'nurse',
  'new-parent',
  'mover',
  'investor',
  'late-filer',
  'widow',
  'unmatched-nik',
  'mother',
] as const;

export type CitizenSlug = (typeof citizenSlugs)[number];

/** The sandbox's cast: every name is invented, each one shows one feature of the mall. */
export const castCitizens: readonly CastCitizen[] = [
  {
    slug: 'food-seller',
    shows: 'a micro business with a low risk: NIB at once, tax status valid',
    fullName: 'Sari Contohwati',
    sex: 'FEMALE',
    age: 34,
    villageCode: '35.10.13.2001',
    occupationCode: '84',
    spouse: 'LIVING',
    childrenAges: [8, 3],
  },
  {
    slug: 'nurse',
    shows: 'a practice licence that issues by itself when nobody answers in five working days',
    fullName: 'Ratna Misalia',
    sex: 'FEMALE',
    age: 29,
    villageCode: '33.72.01.1001',
    occupationCode: '74',
    spouse: 'NONE',
    childrenAges: [],
  },
  {
    slug: 'new-parent',
    shows: 'a birth reported 61 days late, with its bundle of certificate, family card, child card and NIK',
    fullName: 'Teuku Umpama',
    sex: 'MALE',
    age: 31,
    villageCode: '11.71.01.2001',
    occupationCode: '15',
    spouse: 'LIVING',
    childrenAges: [],
  },
  {
    slug: 'mover',
    shows: 'a family that moves between provinces, from Magelang to Batam',
    fullName: 'Bagus Ibaratno',
    sex: 'MALE',
    age: 40,
    villageCode: '33.71.01.1003',
    occupationCode: '15',
    spouse: 'LIVING',
    childrenAges: [12, 9],
  },
  {
    slug: 'investor',
    shows: 'a hotel with a medium-high risk: inspection, and a clock that was paused',
    fullName: 'Wisnu Perumpamaan',
    sex: 'MALE',
    age: 50,
    villageCode: '34.71.01.1001',
    occupationCode: '88',
    spouse: 'LIVING',
    childrenAges: [20],
  },
  {
    slug: 'late-filer',
    shows: 'two tax returns not filed: tax status not valid, so the licence is blocked',
    fullName: 'Darto Tamsilan',
    sex: 'MALE',
    age: 45,
    villageCode: '33.02.14.2001',
    occupationCode: '84',
    spouse: 'LIVING',
    childrenAges: [15],
  },
  {
    slug: 'widow',
    shows: 'a death that is reported, and the change of the family card that follows',
    fullName: 'Sumirah Andaikan',
    sex: 'FEMALE',
    age: 60,
    villageCode: '33.14.01.2001',
    occupationCode: '2',
    spouse: 'LATE',
    childrenAges: [],
  },
  {
    slug: 'unmatched-nik',
    shows: 'a NIK that is not matched with its NPWP',
    fullName: 'Hendra Seumpama',
    sex: 'MALE',
    age: 38,
    villageCode: '64.72.01.1001',
    occupationCode: '19',
    spouse: 'NONE',
    childrenAges: [],
  },
  {
    slug: 'mother',
    shows: 'a parent who acts for her child',
    fullName: 'Lestari Bandingan',
    sex: 'FEMALE',
    age: 36,
    villageCode: '35.23.01.2001',
    occupationCode: '65',
    spouse: 'LIVING',
    childrenAges: [10, 6],
  },
];

/** What a citizen's own token grants: their own numbers and returns in full. */
export const citizenScopes = ['identity:nik', 'tax:npwp', 'tax:returns'] as const;

/** Checks files and recommends. */
const verifier = ['applications:read', 'applications:verify'] as const;
/** Signs what somebody else has checked. */
const approver = ['applications:read', 'applications:approve'] as const;
/** Whoever registers taxpayers compares what they state with the population register. */
const staffOfTax = ['tax:read', 'tax:npwp', 'tax:returns', 'tax:clearance', 'identity:verify'] as const;

const officers = {
  'officer-identity': officer('identity', '35.10', ['identity:read', 'identity:nik', 'identity:verify', ...verifier]),
  'officer-licensing': officer('business-licensing', '35.10', ['licensing:read', 'tax:clearance', ...verifier]),
  'officer-civil': officer('civil-records', '35.10', ['civil:read', 'identity:read', ...verifier]),
  'officer-tax': officer('tax', '35.10', [...staffOfTax, ...verifier]),
  'officer-elsewhere': officer('business-licensing', '34.71', ['licensing:read', 'tax:clearance', ...verifier]),
  'approver-identity': signatory('identity', '35.10', ['identity:read', 'identity:nik', ...approver]),
  'approver-licensing': signatory('business-licensing', '35.10', ['licensing:read', 'tax:clearance', ...approver]),
  'approver-civil': signatory('civil-records', '35.10', ['civil:read', 'identity:read', ...approver]),
  'approver-tax': signatory('tax', '35.10', [...staffOfTax, ...approver]),
} as const;

/** Everybody of the cast who is not a citizen. */
export const castStaff = {
  ...officers,
  'mall-clerk': { kind: 'clerk', id: 'stf-mall-clerk', mall: 'mall-35.10', region: '35.10', scopes: ['queue:manage'] },
  analyst: { kind: 'analyst', id: 'stf-analyst', scopes: ['statistics:read'] },
  // Builds what citizens use: may write operations of its own, and see what is for everybody.
  developer: { kind: 'developer', id: 'stf-developer', scopes: [] },
  'service-licensing': {
    kind: 'service',
    id: 'svc-licensing',
    agency: 'business-licensing',
    scopes: ['tax:clearance', 'identity:verify'],
  },
  // The sandbox's bank, through which the treasury hears of payments.
  'service-bank': { kind: 'service', id: 'svc-bank', agency: 'bank', scopes: ['tax:payments'] },
} as const satisfies Record<string, Principal>;

export type StaffSlug = keyof typeof castStaff;
export type PersonaSlug = CitizenSlug | StaffSlug;

export const personaSlugs: readonly PersonaSlug[] = [...citizenSlugs, ...(Object.keys(castStaff) as StaffSlug[])];

type Officer = Extract<Principal, { kind: 'officer' }>;

function officer(agency: string, region: string, scopes: string[]): Officer {
  return { kind: 'officer', id: `off-${agency}-${region}`, agency, region, scopes };
}

function signatory(agency: string, region: string, scopes: string[]): Officer {
  return { ...officer(agency, region, scopes), id: `sig-${agency}-${region}` };
}
