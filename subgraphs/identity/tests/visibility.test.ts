import { describe, expect, it } from '@jest/globals';
import { anonymous, type Principal } from '#kit/principal.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import { withinRegion } from '#kit/withinRegion.ts';
import {
  readableApplications,
  readableEntries,
  readableFamilies,
  showsDescent,
  viewOf,
  visiblePart,
} from '../rules/visibility.ts';
import { anEntry } from './anEntry.ts';

const sari = anEntry();
const officer = (region: string, scopes = ['identity:read']) => asOfficer('identity', region, scopes);
const outsiders: [string, Principal][] = [
  ['nobody', anonymous],
  ['an officer without the scope', officer('35.10', ['applications:read'])],
  ['a clerk of the mall', { kind: 'clerk', id: 'c', mall: 'mall-35.10', region: '35.10', scopes: ['identity:read'] }],
  ['an analyst', { kind: 'analyst', id: 'a', scopes: ['statistics:read', 'identity:read'] }],
  ['a service account', { kind: 'service', id: 's', agency: 'tax', scopes: ['identity:read'] }],
];

describe('how much of a person is seen', () => {
  it('is everything by the person', () => {
    expect(viewOf(asCitizen('ctz-sari'), sari, 'fam-sari')).toBe('EVERYTHING');
  });

  it('is the line of the family card by those on the same card', () => {
    expect(viewOf(asCitizen('ctz-joko'), sari, 'fam-sari')).toBe('FAMILY_CARD');
  });

  it('is nothing by a citizen on another card, or on none', () => {
    expect(viewOf(asCitizen('ctz-else'), sari, 'fam-else')).toBe('NOTHING');
    expect(viewOf(asCitizen('ctz-else'), sari, null)).toBe('NOTHING');
  });

  it('is nothing more for a citizen who holds an officer’s scope', () => {
    const citizen: Principal = { kind: 'citizen', id: 'ctz-else', scopes: ['identity:read', 'identity:nik'] };
    expect(viewOf(citizen, sari, 'fam-else')).toBe('NOTHING');
  });

  it.each(['35', '35.10', '35.10.13', '35.10.13.2001'])('is the register entry by an officer of %s', (region) => {
    expect(viewOf(officer(region), sari, null)).toBe('REGISTER');
    expect(viewOf(officer(region, ['identity:read', 'identity:nik']), sari, null)).toBe('EVERYTHING');
  });

  it.each(['33.14', '35.1', '35.11', '35.10.1', '35.10.14'])('is nothing by an officer of %s', (region) => {
    expect(viewOf(officer(region), sari, null)).toBe('NOTHING');
  });

  it.each(outsiders)('is nothing by %s', (_who, principal) => {
    expect(viewOf(principal, sari, null)).toBe('NOTHING');
  });
});

describe('what a view shows', () => {
  it('is the whole entry for everything, with the NIK in full and masked', () => {
    expect(visiblePart(sari, 'EVERYTHING')).toEqual({ ...sari, maskedNik: '************9001' });
  });

  it('is all but the NIK for the register', () => {
    const { nik: _nik, ...rest } = sari;
    expect(visiblePart(sari, 'REGISTER')).toEqual({ ...rest, maskedNik: '************9001' });
  });

  it('is what the card prints, and no more, for the family card', () => {
    const printed = visiblePart(sari, 'FAMILY_CARD');
    expect(printed).toMatchObject({ fullName: 'Sari Contohwati', religion: 'ISLAM', relationship: 'WIFE' });
    for (const hidden of [
      'nik',
      'maskedNik',
      'address',
      'bloodType',
      'parentIds',
      'idCardStatus',
      'digitalIdentityStatus',
      'residencyStatus',
      'updatedAt',
    ]) {
      expect(printed).not.toHaveProperty(hidden);
    }
  });

  it('is the id alone for nothing', () => {
    expect(visiblePart(sari, 'NOTHING')).toEqual({ _id: 'ctz-sari' });
  });

  it('tells who the parents and children are only where the whole entry is seen', () => {
    expect(showsDescent(visiblePart(sari, 'EVERYTHING'))).toBe(true);
    expect(showsDescent(visiblePart(sari, 'REGISTER'))).toBe(true);
    expect(showsDescent(visiblePart(sari, 'FAMILY_CARD'))).toBe(false);
    expect(showsDescent(visiblePart(sari, 'NOTHING'))).toBe(false);
  });
});

describe('what a caller may read at all', () => {
  it('is the own family for a citizen', () => {
    expect(readableEntries(asCitizen('ctz-sari'), 'fam-sari')).toEqual({ familyId: 'fam-sari' });
    expect(readableFamilies(asCitizen('ctz-sari'), 'fam-sari')).toEqual({ _id: 'fam-sari' });
  });

  it('is nothing for a citizen whom the register does not hold', () => {
    expect(readableEntries(asCitizen('ctz-sari'), null)).toBeNull();
    expect(readableFamilies(asCitizen('ctz-sari'), null)).toBeNull();
  });

  it('is the own region for an officer with the scope', () => {
    expect(readableEntries(officer('35.10'), null)).toEqual({ 'address.villageCode': withinRegion('35.10') });
    expect(readableFamilies(officer('35.10'), null)).toEqual({ 'address.villageCode': withinRegion('35.10') });
  });

  it.each(outsiders)('is nothing for %s', (_who, principal) => {
    expect(readableEntries(principal, null)).toBeNull();
    expect(readableFamilies(principal, null)).toBeNull();
  });

  it('is the own applications for a citizen, those of the region for an officer of this agency, and none else', () => {
    const scopes = ['identity:read', 'applications:read'];
    expect(readableApplications(asCitizen('ctz-sari'))).toEqual({ applicantId: 'ctz-sari' });
    expect(readableApplications(officer('35.10', scopes))).toEqual({ regionCode: withinRegion('35.10') });
    expect(readableApplications(officer('35.10', ['identity:read']))).toBeNull();
    expect(readableApplications(asOfficer('civil-records', '35.10', scopes))).toBeNull();
    expect(readableApplications(anonymous)).toBeNull();
  });
});

describe('the bounds of a region', () => {
  const isWithin = (code: string, region: string) =>
    code >= withinRegion(region).$gte && code < withinRegion(region).$lt;

  it.each(['35.10', '35.10.01', '35.10.13.2001', '35.10.99.9999'])('hold %s in 35.10', (code) => {
    expect(isWithin(code, '35.10')).toBe(true);
  });

  it.each(['35', '35.09', '35.09.99.9999', '35.11', '35.11.01', '36.10'])('do not hold %s in 35.10', (code) => {
    expect(isWithin(code, '35.10')).toBe(false);
  });
});
