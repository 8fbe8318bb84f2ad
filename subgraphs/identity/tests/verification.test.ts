import { describe, expect, it } from '@jest/globals';
import { assertPurposeStated } from '../rules/purpose.ts';
import { assertComparable, compareWithRegister } from '../rules/verification.ts';

const entry = { fullName: 'Sari Contohwati', birthDate: '1992-03-04', motherName: 'Endang Misalnya' };
const statement = { ...entry, nameThreshold: 85 };
const badInput = { extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) };

describe('comparing a statement with the register', () => {
  it('matches when every field matches', () => {
    expect(compareWithRegister(statement, entry)).toEqual({
      matched: true,
      fields: [
        { field: 'FULL_NAME', result: 'MATCH', similarity: 100 },
        { field: 'BIRTH_DATE', result: 'MATCH', similarity: null },
        { field: 'MOTHER_NAME', result: 'MATCH', similarity: 100 },
      ],
    });
  });

  it('does not match when one field does not', () => {
    const { matched, fields } = compareWithRegister({ ...statement, birthDate: '1992-03-05' }, entry);
    expect(matched).toBe(false);
    expect(fields.map(({ result }) => result)).toEqual(['MATCH', 'MISMATCH', 'MATCH']);
  });

  it('answers only for the fields that were stated', () => {
    const { matched, fields } = compareWithRegister({ birthDate: entry.birthDate, nameThreshold: 85 }, entry);
    expect(matched).toBe(true);
    expect(fields.map(({ field }) => field)).toEqual(['BIRTH_DATE']);
  });

  it('lets a name match that is exactly as alike as the threshold asks, and not one point more', () => {
    const alike = { fullName: 'Sari Contohwatu' }; // 93
    expect(compareWithRegister({ ...alike, nameThreshold: 93 }, entry).matched).toBe(true);
    expect(compareWithRegister({ ...alike, nameThreshold: 94 }, entry).matched).toBe(false);
  });

  it('has the same shape for an unknown NIK, with every field not found', () => {
    const known = compareWithRegister(statement, entry);
    const unknown = compareWithRegister(statement, null);
    expect(unknown.matched).toBe(false);
    expect(unknown.fields).toEqual(known.fields.map(({ field }) => ({ field, result: 'NOT_FOUND', similarity: null })));
  });

  it('does not match on a fact that the register does not hold', () => {
    expect(compareWithRegister(statement, { ...entry, motherName: null })).toMatchObject({
      matched: false,
      fields: [{ result: 'MATCH' }, { result: 'MATCH' }, { field: 'MOTHER_NAME', result: 'NOT_FOUND' }],
    });
  });

  it('never repeats what the register holds', () => {
    const answer = JSON.stringify(
      compareWithRegister({ fullName: 'Orang Lain', birthDate: '2000-01-01', nameThreshold: 85 }, entry),
    );
    expect(answer).not.toMatch(/Sari|Contohwati|1992/);
  });
});

describe('a statement', () => {
  it('is taken with one fact beside the NIK', () => {
    expect(() => assertComparable({ birthDate: '1992-03-04', nameThreshold: 85 })).not.toThrow();
  });

  it.each([
    ['says nothing beside the NIK', { nameThreshold: 85 }],
    ['has an empty name', { fullName: '  ', nameThreshold: 85 }],
    ['has a name of 201 characters', { motherName: 'a'.repeat(201), nameThreshold: 85 }],
    ['would let half of a name pass', { fullName: 'Sari', nameThreshold: 49 }],
    ['asks for more than equality', { fullName: 'Sari', nameThreshold: 101 }],
  ])('is refused when it %s', (_what, wrong) => {
    expect(() => assertComparable(wrong)).toThrow(expect.objectContaining(badInput));
  });
});

describe('the purpose of a look-up', () => {
  it.each([undefined, '', '   '])('is refused when it is %j', (purpose) => {
    expect(() => assertPurposeStated(purpose)).toThrow(expect.objectContaining(badInput));
  });

  it('is taken when it is stated', () => {
    expect(() => assertPurposeStated('Permohonan KTP hilang')).not.toThrow();
  });
});
