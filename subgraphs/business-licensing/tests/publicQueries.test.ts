import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { startSeeded } from './seededAgency.ts';

let agency: TestAgency;

beforeAll(async () => {
  ({ agency } = await startSeeded());
});
afterAll(() => agency.stop());

describe('the classification', () => {
  const search = `query ($search: String, $parent: String, $version: KbliVersion! = KBLI_2020, $first: Int = 20) {
    businessClassifications(search: $search, parent: $parent, version: $version, first: $first) { code }
  }`;
  const codes = (data: unknown) =>
    (data as { businessClassifications: { code: string }[] }).businessClassifications.map(({ code }) => code);

  it('is open to everybody, and searched by the beginnings of words', async () => {
    const { data } = await agency.ask(search, { search: 'warung' });
    expect(codes(data)).toEqual(['56102']);
  });

  it('is searched by a code', async () => {
    const { data } = await agency.ask(search, { search: '55110' });
    expect(codes(data)).toEqual(['55110']);
  });

  it('is read below a category or the beginning of a code, in the order of the codes', async () => {
    const category = await agency.ask(search, { parent: 'I' });
    const division = await agency.ask(search, { parent: '55', first: 2 });
    expect(codes(category.data)).toEqual([...codes(category.data)].sort());
    expect(codes(category.data).every((code) => /^5[56]/.test(code))).toBe(true);
    expect(codes(division.data)).toEqual(['55110', '55120']);
  });

  it('keeps its editions apart', async () => {
    const { data } = await agency.ask(search, { parent: 'M', version: 'KBLI_2025' });
    expect(codes(data)).toEqual(['68112', '68127']);
  });

  it('refuses a page that is too large', async () => {
    const { errors } = await agency.ask(search, { first: 101 });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
  });
});

describe('the licence preview', () => {
  const preview = `query ($kbli: String!, $scale: BusinessScale!, $regionCode: RegionCode!) {
    licensingRequirement(kbli: $kbli, scale: $scale, regionCode: $regionCode) {
      classification { title } riskLevel licenses canOperateAt workingDays authority
    }
  }`;

  it('tells anybody what a hotel in Yogyakarta will require', async () => {
    const { data } = await agency.ask(preview, { kbli: '55110', scale: 'LARGE', regionCode: '34.71' });
    expect(data).toEqual({
      licensingRequirement: {
        classification: { title: 'Hotel Bintang' },
        riskLevel: 'MEDIUM_HIGH',
        licenses: ['BUSINESS_NUMBER', 'BASIC_REQUIREMENT', 'STANDARD_CERTIFICATE'],
        canOperateAt: 'CERTIFICATE_VERIFIED',
        workingDays: 40,
        authority: 'REGENCY',
      },
    });
  });

  it.each([
    ['an unknown code', { kbli: '00000', scale: 'MICRO', regionCode: '34.71' }, 'kbli'],
    ['a scale that is not open to it', { kbli: '64121', scale: 'MICRO', regionCode: '34.71' }, 'scale'],
  ])('refuses %s in words, and names the argument', async (_case, variables, field) => {
    const { data, errors } = await agency.ask(preview, variables);
    expect(data).toEqual({ licensingRequirement: null });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });

  it('refuses a malformed region', async () => {
    const { errors } = await agency.ask(preview, { kbli: '55110', scale: 'LARGE', regionCode: '3471' });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
