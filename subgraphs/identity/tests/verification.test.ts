import { describe, expect, it } from '@jest/globals';
import { asCitizen } from '#kit/testing/builders.ts';
import { assertPurposeStated } from '../rules/purpose.ts';
import { assertComparable, assertMayVerify, compareWithRegister } from '../rules/verification.ts';

const entry = { fullName: 'Sari Contohwati', birthDate: '1992-03-04', motherName: 'Endang Misalnya' };
const statement = { ...entry };
const badInput = { extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) };

describe('comparing a statement with the register', () => {
  it('matches when every field matches', () => {
    expect(compareWithRegister(statement, entry)).toEqual({
      matched: true,
      fields: [
        { field: 'FULL_NAME', result: 'MATCH' },
        { field: 'BIRTH_DATE', result: 'MATCH' },
        { field: 'MOTHER_NAME', result: 'MATCH' },
      ],
    });
  });

  it('does not match when one field does not', () => {
    const { matched, fields } = compareWithRegister({ ...statement, birthDate: '1992-03-05' }, entry);
    expect(matched).toBe(false);
    expect(fields.map(({ result }) => result)).toEqual(['MATCH', 'MISMATCH', 'MATCH']);
  });

  it('answers only for the fields that were stated', () => {
    const { matched, fields } = compareWithRegister({ birthDate: entry.birthDate }, entry);
    expect(matched).toBe(true);
    expect(fields.map(({ field }) => field)).toEqual(['BIRTH_DATE']);
  });

  it.each([
    ['another spelling of it', 'Sari Contohwatti', 'MATCH'], // 93
    ['its words in another order', 'CONTOHWATI SARI', 'MATCH'],
    ['a name that only begins like it', 'Sari Contohnya', 'MISMATCH'], // 80
  ] as const)('takes for a name %s as a %s', (_what, fullName, result) => {
    expect(compareWithRegister({ fullName }, entry).fields).toEqual([{ field: 'FULL_NAME', result }]);
  });

  it('tells nothing of how near a wrong name comes', () => {
    const near = compareWithRegister({ fullName: 'Sari Contohnya' }, entry);
    expect(near).toEqual(compareWithRegister({ fullName: 'Orang Lain' }, entry));
  });

  it('has the same shape for an unknown NIK, with every field not found', () => {
    const known = compareWithRegister(statement, entry);
    const unknown = compareWithRegister(statement, null);
    expect(unknown.matched).toBe(false);
    expect(unknown.fields).toEqual(known.fields.map(({ field }) => ({ field, result: 'NOT_FOUND' })));
  });

  it('does not match on a fact that the register does not hold', () => {
    expect(compareWithRegister(statement, { ...entry, motherName: null })).toMatchObject({
      matched: false,
      fields: [{ result: 'MATCH' }, { result: 'MATCH' }, { field: 'MOTHER_NAME', result: 'NOT_FOUND' }],
    });
  });

  it('never repeats what the register holds', () => {
    const answer = JSON.stringify(compareWithRegister({ fullName: 'Orang Lain', birthDate: '2000-01-01' }, entry));
    expect(answer).not.toMatch(/Sari|Contohwati|1992/);
  });
});

describe('a statement', () => {
  it('is taken with one fact beside the NIK', () => {
    expect(() => assertComparable({ birthDate: '1992-03-04' })).not.toThrow();
  });

  it.each([
    ['says nothing beside the NIK', {}],
    ['has an empty name', { fullName: '  ' }],
    ['has a name of 201 characters', { motherName: 'a'.repeat(201) }],
  ])('is refused when it %s', (_what, wrong) => {
    expect(() => assertComparable(wrong)).toThrow(expect.objectContaining(badInput));
  });
});

describe('the purpose of a look-up', () => {
  it.each([undefined, '', '   '])('is refused when it is %j', (purpose) => {
    const refusedAs = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) });
    expect(() => assertPurposeStated(purpose)).toThrow(refusedAs('PURPOSE_MISSING'));
    expect(() => assertPurposeStated(purpose, 'purpose')).toThrow(refusedAs('BAD_USER_INPUT'));
  });

  it('is taken when it is stated', () => {
    expect(() => assertPurposeStated('Permohonan KTP hilang')).not.toThrow();
  });
});

describe('a citizen', () => {
  it('verifies nobody, whatever the token grants', () => {
    const citizen = { ...asCitizen('ctz-1'), scopes: ['identity:verify'] };
    expect(() => assertMayVerify(citizen)).toThrow('You may not see or do this.');
  });
});
