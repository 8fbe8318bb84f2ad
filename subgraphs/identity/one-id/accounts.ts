import { anonymous } from '#kit/principal.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { identityLoaders } from '../loaders.ts';
import type { IdentityModels } from '../model.ts';
import { type OneIdModels, type StaffRecord, sealedStaff } from './model.ts';
import { type StaffRole, wordsOfScope } from './scopes.ts';

/** Somebody who may be signed in, and what their tokens say of them. */
export interface Account {
  readonly id: string;
  readonly role: StaffRole | 'citizen';
  /** What the gateway makes a principal of (gateway/admit/authenticate.ts). */
  readonly claims: Readonly<Record<string, string>>;
  /** Whether a token of theirs may carry this scope. */
  mayHave(scope: string): boolean;
}

/**
 * Finds who may be signed in by an id; `undefined` for nobody, and for whoever was blocked. Asked again whenever a token is
 * issued, so that a block, another region or fewer rights count from the next token on.
 */
export async function findAccount(
  { citizens, staff }: IdentityModels & OneIdModels,
  id: string,
): Promise<Account | undefined> {
  const citizen = await citizens.findOne({ _id: id }, { digitalIdentityStatus: 1 }).lean();
  if (citizen) return citizen.digitalIdentityStatus === 'ACTIVE' ? citizenAccount(id) : undefined;
  const member = await staff.findOne({ _id: id }, { staffNumber: 0, staffNumberIndex: 0 }).lean();
  return member?.status === 'ACTIVE' ? staffAccount(member) : undefined;
}

/** Somebody who is known by the number that was typed, and whether they may sign in with it. */
export interface NumberHolder {
  readonly id: string;
  readonly isActive: boolean;
  readonly isCitizen: boolean;
}

/** Finds who has a number: that of a member of staff (NIP, 18 digits), or a NIK. */
export async function findHolder(
  { models, vault }: { readonly models: IdentityModels & OneIdModels; readonly vault: Vault },
  number: string,
  now: Date,
): Promise<NumberHolder | null> {
  if (number.length === staffNumberLength) {
    const numbers = vault.of(sealedStaff).lookUp('staffNumberIndex', [number]);
    const member = await models.staff.findOne({ staffNumberIndex: numbers }, { status: 1 }).lean();
    return member && { id: member._id, isActive: member.status === 'ACTIVE', isCitizen: false };
  }
  const { registerEntryByNik } = identityLoaders({ models, vault, principal: anonymous, now });
  const entry = await registerEntryByNik.load(number);
  return entry && { id: entry._id, isActive: entry.digitalIdentityStatus === 'ACTIVE', isCitizen: true };
}

const staffNumberLength = 18;

function citizenAccount(id: string): Account {
  return {
    id,
    role: 'citizen',
    claims: { role: 'citizen' },
    mayHave: (scope) => wordsOfScope('citizen', scope) !== null,
  };
}

function staffAccount({ _id: id, role, scopes, ...works }: Omit<StaffRecord, 'staffNumber' | 'status'>): Account {
  const { agency, mall, region } = works;
  const places = Object.entries({ agency, mall, region }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return {
    id,
    role,
    claims: { role, ...Object.fromEntries(places) },
    mayHave: (scope) => scopes.includes(scope) && wordsOfScope(role, scope) !== null,
  };
}
