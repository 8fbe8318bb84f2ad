import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { TaxForm, TaxpayerStatus, TaxServiceKind } from '../model.ts';
import type { BillingStatus } from '../rules/billing.ts';

/** Something that somebody applies for. */
export interface Wish {
  readonly kind: TaxServiceKind;
  readonly status: ApplicationStatus;
  readonly daysAgo: number;
}

/** How somebody stands with the tax administration. */
export interface TaxProfile {
  readonly status: TaxpayerStatus;
  /** Null where there is no identity number to match. */
  readonly nikMatched: boolean | null;
  readonly vatRegistered: boolean;
  readonly form: Exclude<TaxForm, 'VAT_MONTHLY'>;
  /** How many of the latest annual returns are missing. */
  readonly unfiled: number;
  readonly branches: readonly string[];
  readonly billings: readonly BillingStatus[];
  readonly wishes: readonly Wish[];
}

const orderly: TaxProfile = {
  status: 'ACTIVE',
  nikMatched: true,
  vatRegistered: false,
  form: 'INDIVIDUAL_EMPLOYEE',
  unfiled: 0,
  branches: [],
  billings: [],
  wishes: [],
};

/** What each citizen of the cast shows here. */
const castProfiles: Readonly<Record<CitizenSlug, Partial<TaxProfile>>> = {
  'food-seller': {
    form: 'INDIVIDUAL_BUSINESS',
    billings: ['PAID'],
    wishes: [{ kind: 'TAX_CLEARANCE_LETTER', status: 'COMPLETED', daysAgo: 21 }],
  },
  nurse: {},
  'new-parent': {},
  mover: { wishes: [{ kind: 'DATA_CHANGE', status: 'SUBMITTED', daysAgo: 1 }] },
  investor: {
    form: 'INDIVIDUAL_BUSINESS',
    vatRegistered: true,
    branches: ['Hotel Contoh Malioboro'],
    billings: ['UNPAID', 'PAID', 'EXPIRED'],
  },
  'late-filer': {
    form: 'INDIVIDUAL_BUSINESS',
    unfiled: 2,
    billings: ['EXPIRED'],
    wishes: [{ kind: 'TAX_CLEARANCE_LETTER', status: 'REJECTED', daysAgo: 12 }],
  },
  widow: { form: 'INDIVIDUAL_SIMPLE' },
  'unmatched-nik': { nikMatched: false, wishes: [{ kind: 'NIK_MATCHING', status: 'VERIFICATION', daysAgo: 2 }] },
  mother: {},
};

const openStatuses = ['SUBMITTED', 'DOCUMENT_CHECK', 'RETURNED', 'VERIFICATION', 'AWAITING_APPROVAL'] as const;

/** How a citizen stands: the cast by hand, everybody else by chance that repeats. */
export function profileOf(person: SyntheticPerson): TaxProfile {
  if (person.persona) return { ...orderly, ...castProfiles[person.persona] };
  const profile = profileByChance(person.id, person.nib !== null);
  const random = new Random(`tax form ${person.id}`);
  return {
    ...profile,
    nikMatched: random.chance(0.85),
    form: person.nib ? 'INDIVIDUAL_BUSINESS' : random.pick(['INDIVIDUAL_SIMPLE', 'INDIVIDUAL_EMPLOYEE']),
  };
}

/** How an entity or a government body stands. */
export function profileOfEntity(id: string): TaxProfile {
  return { ...profileByChance(id, true), nikMatched: null, form: 'CORPORATE' };
}

/** What one adult of six applies for; somebody who is not registered can ask for that only. */
export function wishesByChance(person: SyntheticPerson, profile: TaxProfile | null): Wish[] {
  const random = new Random(`tax wishes ${person.id}`);
  if (!random.chance(1 / 6)) return [];
  const daysAgo = () => random.whole(0, 25);
  if (profile === null) {
    const status = random.pick([...openStatuses, 'REJECTED', 'WITHDRAWN'] as const);
    return [{ kind: 'REGISTRATION', status, daysAgo: daysAgo() }];
  }
  const kinds = ['TAX_CLEARANCE_LETTER', 'DATA_CHANGE', 'NIK_MATCHING', 'SET_NON_EFFECTIVE'] as const;
  const wished = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(kinds)));
  return [...wished].map((kind) => ({ kind, status: statusByChance(kind, profile, random), daysAgo: daysAgo() }));
}

/** An end that agrees with how the taxpayer stands, or a stage on the way. */
function statusByChance(kind: TaxServiceKind, profile: TaxProfile, random: Random): ApplicationStatus {
  if (random.chance(0.6)) return random.pick(openStatuses);
  const granted: Readonly<Record<TaxServiceKind, boolean>> = {
    REGISTRATION: true,
    DATA_CHANGE: true,
    NIK_MATCHING: profile.nikMatched === true,
    SET_NON_EFFECTIVE: profile.status === 'NON_EFFECTIVE',
    TAX_CLEARANCE_LETTER: profile.status === 'ACTIVE' && profile.nikMatched !== false && profile.unfiled === 0,
  };
  return granted[kind] ? random.pick(['ISSUED', 'COMPLETED', 'COMPLETED']) : random.pick(['REJECTED', 'WITHDRAWN']);
}

function profileByChance(id: string, inBusiness: boolean): TaxProfile {
  const random = new Random(`tax profile ${id}`);
  const billings = ['UNPAID', 'PAID', 'PAID', 'EXPIRED'] as const;
  return {
    ...orderly,
    status: random.chance(0.9) ? 'ACTIVE' : random.pick(['NON_EFFECTIVE', 'NON_EFFECTIVE', 'DELETED']),
    vatRegistered: inBusiness && random.chance(0.2),
    unfiled: random.chance(0.8) ? 0 : random.whole(1, 3),
    billings: random.chance(0.3) ? Array.from({ length: random.whole(1, 2) }, () => random.pick(billings)) : [],
  };
}
