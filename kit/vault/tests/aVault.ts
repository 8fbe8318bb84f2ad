import { keyRingFrom } from '../keyRing.ts';
import { type SealedText, type Stored, sealed } from '../sealed.ts';
import { createVault, type Vault } from '../vault.ts';

export interface Person {
  readonly _id: string;
  readonly name: string;
  readonly motherName: string | null;
  readonly region: string;
  readonly address: { readonly street: string; readonly villageCode: string };
  readonly numbers: readonly string[];
  readonly visits: readonly { readonly at: Date; readonly note?: string }[];
}

export const sealedPerson = sealed<Person>()(
  'people',
  ['name', 'motherName', 'address.street', 'numbers', 'visits.note'],
  { nameIndex: 'name', numberIndex: 'numbers' },
);

/** Root keys that stand for themselves: `aRing('new', 'old')` has two and writes with `new`. */
export function aRing(current: string, ...others: readonly string[]) {
  const keys = [current, ...others].map((kid) => [kid, Buffer.from(kid.padEnd(32, '-')).toString('base64')]);
  return keyRingFrom(JSON.stringify({ current, keys: Object.fromEntries(keys) }));
}

export function aVault(agency = 'identity', ...kids: readonly string[]): Vault {
  const [current = 'first', ...others] = kids;
  return createVault(agency, aRing(current, ...others));
}

export function aPerson(facts: Partial<Person> = {}): Person {
  return {
    _id: 'ctz-1',
    name: 'Sari Contohwati',
    motherName: null,
    region: '35.10',
    address: { street: 'Jalan Contoh No. 1', villageCode: '35.10.13.2001' },
    numbers: ['0123456789012345'],
    visits: [{ at: new Date('2026-01-02T03:04:05Z'), note: 'came in' }, { at: new Date('2026-02-03T04:05:06Z') }],
    ...facts,
  };
}

/** A stored record with another text where the name is. */
export function withName(stored: Stored<typeof sealedPerson>, name: string) {
  return { ...stored, name: name as SealedText };
}
