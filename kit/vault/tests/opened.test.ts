import { describe, expect, it } from '@jest/globals';
import { VaultError } from '../cipher.ts';
import { partOf } from '../fieldPaths.ts';
import type { SealedText } from '../sealed.ts';
import { aPerson, aVault, sealedPerson, withName } from './aVault.ts';

const people = aVault().of(sealedPerson);

describe('an opened record', () => {
  it('is opened as far as it is read, so that a broken value costs nobody but who asks for it', () => {
    const opened = people.open(withName(people.seal(aPerson()), 'broken'));

    expect(opened.address.street).toBe('Jalan Contoh No. 1');
    expect(() => opened.name).toThrow(VaultError);
    expect(() => opened.name).toThrow(VaultError);
  });

  it('is opened as far as it is read inside objects and lists too', () => {
    const stored = people.seal(aPerson());
    const [visit, ...others] = stored.visits;
    const broken = 'broken' as SealedText;
    const opened = people.open({
      ...stored,
      address: { ...stored.address, street: broken },
      visits: [{ at: new Date(0), note: broken }, ...(visit ? [visit] : []), ...others],
    });

    expect(opened.address.villageCode).toBe('35.10.13.2001');
    expect(opened.visits.map(({ at }) => at.getTime())).toContain(0);
    expect(() => opened.address.street).toThrow(VaultError);
    expect(() => opened.visits[0]?.note).toThrow(VaultError);
    // Sealed for the first place of the list, it does not open at the second.
    expect(() => opened.visits[1]?.note).toThrow(VaultError);
  });

  it('cannot be set, nor given other fields by a name that is a prototype', () => {
    const { name, ...rest } = people.seal(aPerson());
    const forged = JSON.parse('{"__proto__": {"name": "somebody else"}}') as object;
    const opened = people.open({ ...rest, ...forged } as never);

    expect(opened.name).toBeUndefined();
    expect(() => Object.assign(people.open({ ...rest, name }), { name: 'somebody else' })).toThrow(TypeError);
  });

  it('is opened at once where it is to be changed', () => {
    const stored = people.seal(aPerson());

    expect(people.openWhole(stored)).toEqual(aPerson());
    expect(() => people.openWhole(withName(stored, 'broken'))).toThrow(VaultError);
  });

  it('opens a value once, and gives the same one each time', () => {
    const opened = people.open(people.seal(aPerson()));

    expect(opened.numbers).toBe(opened.numbers);
    expect(opened.address).toBe(opened.address);
  });

  it('is whole for those who spread it, list it or write it down', () => {
    const row = aPerson();
    const opened = people.open(people.seal(row));

    expect(Object.keys(opened)).toEqual(Object.keys(row));
    expect({ ...opened }).toEqual(row);
    expect(JSON.parse(JSON.stringify(opened))).toEqual(JSON.parse(JSON.stringify(row)));
    expect(people.open(people.seal({ ...opened, region: '35' }))).toEqual({ ...row, region: '35' });
    expect(people.open(people.seal(opened))).toEqual(row);
  });
});

describe('a part of an opened record', () => {
  it('has the named fields only, and opens them when they are read', () => {
    const part = partOf(people.open(withName(people.seal(aPerson()), 'broken')), ['_id', 'name', 'numbers']);

    expect(Object.keys(part)).toEqual(['_id', 'name', 'numbers']);
    expect(part.numbers).toEqual(aPerson().numbers);
    expect(() => part.name).toThrow(VaultError);
  });

  it('shares with the record what was opened', () => {
    const opened = people.open(people.seal(aPerson()));

    expect(partOf(opened, ['numbers']).numbers).toBe(opened.numbers);
  });

  it('keeps what was added to an opened record, and is made of a plain one too', () => {
    const added = Object.assign(people.open(people.seal(aPerson())), { cardHolderId: 'ctz-2' });

    expect(partOf(added, ['_id', 'cardHolderId'])).toEqual({ _id: 'ctz-1', cardHolderId: 'ctz-2' });
    expect(partOf(aPerson(), ['_id', 'name'])).toEqual({ _id: 'ctz-1', name: 'Sari Contohwati' });
  });
});
