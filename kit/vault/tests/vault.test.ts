import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalised, VaultError } from '../cipher.ts';
import { sealed } from '../sealed.ts';
import { createVault } from '../vault.ts';
import { aPerson, aVault, type Person, sealedPerson, withName } from './aVault.ts';

const people = aVault().of(sealedPerson);
const anyText = fc.string({ unit: 'binary' });
const person = fc
  .record({
    _id: fc.string({ minLength: 1 }),
    name: anyText,
    street: anyText,
    note: anyText,
    mother: fc.option(anyText),
  })
  .map(({ street, note, mother, ...rest }) =>
    aPerson({
      ...rest,
      motherName: mother,
      address: { street, villageCode: '35.10' },
      visits: [{ at: new Date(0), note }],
    }),
  );

/** Reads every value of a record, also those inside objects and lists. */
const whole = (row: object) => structuredClone(row);

describe('a sealed record', () => {
  it('opens as what it was, whatever the texts', () => {
    fc.assert(fc.property(person, (row) => expect(people.open(people.seal(row))).toEqual(row)));
  });

  it('keeps numbers, lists and texts that are no Unicode', () => {
    const places = sealed<{ _id: string; at: { latitude: number }; tags: string[] }>()('places', [
      'at.latitude',
      'tags',
    ]);
    const rows = aVault().of(places);
    const place = { _id: '1', at: { latitude: -7.777 }, tags: ['\ud800', ''] };

    expect(rows.open(rows.seal(place))).toEqual(place);
  });

  it('shows what is not declared, and what is null; of the rest nothing', () => {
    const row = aPerson();
    const stored = people.seal(row);

    expect(stored).toMatchObject({
      _id: row._id,
      region: '35.10',
      motherName: null,
      address: { villageCode: '35.10.13.2001' },
    });
    expect(JSON.stringify(stored)).not.toMatch(/Sari|Jalan|0123456789012345|came in/);
    expect(stored.name).toMatch(/^v1\.first\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  });

  it('is another one each time', () => {
    fc.assert(fc.property(person, (row) => expect(people.seal(row).name).not.toBe(people.seal(row).name)));
  });

  it('opens in part, as far as the projection goes', () => {
    const { _id, name } = people.seal(aPerson());

    expect(people.openPart({ _id, name })).toEqual({ _id: 'ctz-1', name: 'Sari Contohwati' });
  });
});

describe('a sealed value is refused', () => {
  it('with any character changed', () => {
    fc.assert(
      fc.property(person, fc.nat(), fc.constantFrom(...'AZaz09-_.~ '), (row, where, character) => {
        const stored = people.seal(row);
        const at = where % stored.name.length;
        fc.pre(stored.name[at] !== character);
        const changed = stored.name.slice(0, at) + character + stored.name.slice(at + 1);
        expect(() => whole(people.open(withName(stored, changed)))).toThrow(VaultError);
      }),
      { numRuns: 1_000 },
    );
  });

  it('when it is cut short, or lengthened', () => {
    fc.assert(
      fc.property(person, fc.nat(), (row, where) => {
        const stored = people.seal(row);
        const cut = stored.name.slice(0, where % stored.name.length);
        expect(() => whole(people.open(withName(stored, cut)))).toThrow(VaultError);
        expect(() => whole(people.open(withName(stored, `${stored.name}A`)))).toThrow(VaultError);
      }),
    );
  });

  it('in another row, in another field, and at another place of a list', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        fc.pre(one._id !== other._id);
        const [mine, theirs] = [people.seal(one), people.seal(other)];
        expect(() => whole(people.open(withName(mine, theirs.name)))).toThrow(VaultError);
        expect(() => whole(people.open(withName(mine, mine.address.street)))).toThrow(VaultError);
        expect(() => whole(people.open({ ...mine, visits: [{ at: new Date(0) }, ...mine.visits] }))).toThrow(
          VaultError,
        );
      }),
    );
  });

  it('in another collection, by another agency, and under another key of the same name', () => {
    const stored = people.seal(aPerson());
    const elsewhere = sealed<Person>()('others', sealedPerson.paths, sealedPerson.indexes);
    const otherRoot = new Map([['first', Buffer.alloc(32, 7)]]);

    expect(() => whole(aVault().of(elsewhere).open(stored))).toThrow(VaultError);
    expect(() => whole(aVault('tax').of(sealedPerson).open(stored))).toThrow(VaultError);
    const withOtherRoot = createVault('identity', { current: 'first', roots: otherRoot });
    expect(() => whole(withOtherRoot.of(sealedPerson).open(stored))).toThrow(VaultError);
  });

  it('without its key, and when it was never sealed, in words that hold no value', () => {
    const stored = people.seal(aPerson());

    expect(() => whole(aVault('identity', 'second').of(sealedPerson).open(stored))).toThrow(
      'A stored value of people.name could not be opened: it is sealed with a key that this process does not have.',
    );
    expect(() => whole(people.open(withName(stored, 'Sari Contohwati')))).toThrow(
      'A stored value of people.name could not be opened: it is not sealed.',
    );
  });
});

describe('a blind index', () => {
  const indexOf = (name: string, vault = aVault()) => vault.of(sealedPerson).seal(aPerson({ name })).nameIndex;

  it('is equal exactly when the normalised values are', () => {
    const similar = fc.constantFrom('Sari', ' sari', 'SARI  Contoh', 'sari contoh', 'Sári', 'Sa\u0301ri', '');
    const two = fc.oneof(fc.tuple(similar, similar), fc.tuple(anyText, anyText));
    fc.assert(
      fc.property(two, ([one, other]) => {
        expect(indexOf(one) === indexOf(other)).toBe(normalised(one) === normalised(other));
      }),
    );
  });

  it('differs by agency, by field and by key', () => {
    const number = '0123456789012345';
    const row = aPerson({ name: number, numbers: [number] });
    const stored = people.seal(row);

    expect(stored.numberIndex[0]).not.toBe(stored.nameIndex);
    expect(aVault('tax').of(sealedPerson).seal(row).nameIndex).not.toBe(stored.nameIndex);
    expect(aVault('identity', 'second').of(sealedPerson).seal(row).nameIndex).not.toBe(stored.nameIndex);
  });

  it('is looked for under every key, so that what an older one made is found', () => {
    const old = aVault('identity', 'old').of(sealedPerson).seal(aPerson());
    const both = aVault('identity', 'new', 'old').of(sealedPerson);

    expect(both.lookUp('nameIndex', ['sari contohwati']).$in).toContain(old.nameIndex);
    expect(both.lookUp('nameIndex', ['sari contohwati']).$in).toContain(both.seal(aPerson()).nameIndex);
    expect(both.lookUp('numberIndex', aPerson().numbers).$in).toContain(old.numberIndex[0]);
    expect(both.open(old)).toEqual(aPerson());
  });
});
