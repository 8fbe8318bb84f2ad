import { describe, expect, it } from '@jest/globals';
import { services } from '../data/services.ts';
import type { RequirementFact } from '../data/types.ts';
import type { CitizenFacts } from '../model/eligibility.ts';
import { eligibilityFor, type ServiceOffer } from '../rules/eligibility.ts';

const today = '2026-11-24';

const ready: CitizenFacts = {
  birthDate: '1992-05-01',
  digitalIdentityStatus: 'ACTIVE',
  businesses: [{ nib: '9000000000001', status: 'ACTIVE' }],
  taxpayer: { id: 'tax-1', clearance: { status: 'VALID' } },
};

function requirement(code: string, mandatory = true): RequirementFact {
  return { code, nameId: code, mandatory, documentKind: null, onceOnlySource: null };
}

function offer(codes: readonly string[], facts: Partial<ServiceOffer> = {}): ServiceOffer {
  return {
    code: 'LICENSING-PERMIT',
    channels: ['COUNTER'],
    requirements: codes.map((code) => requirement(code)),
    offeredInRegion: true,
    ...facts,
  };
}

function gaps(citizen: CitizenFacts, service: ServiceOffer) {
  const { eligible, missing } = eligibilityFor(citizen, service, today);
  return { eligible, missing: missing.map(({ requirement: { code }, fixServiceCode }) => [code, fixServiceCode]) };
}

describe('a citizen who has everything', () => {
  it('is eligible', () => {
    expect(gaps(ready, offer(['KTP', 'NIB', 'NPWP', 'KSWP']))).toEqual({ eligible: 'YES', missing: [] });
  });

  it('is not asked for what no register can answer', () => {
    expect(gaps(ready, offer(['APPLICATION-FORM', 'PHOTO'])).eligible).toBe('YES');
  });

  it('is not eligible where the service is not offered', () => {
    expect(eligibilityFor(ready, offer([], { offeredInRegion: false }), today)).toEqual({
      eligible: 'NO',
      offeredInRegion: false,
      missing: [],
    });
  });
});

describe('what is lacking', () => {
  it('is mended by the clearance letter when the tax status is not valid', () => {
    const lateFiler = { ...ready, taxpayer: { id: 'tax-1', clearance: { status: 'INVALID' } } };
    expect(gaps(lateFiler, offer(['NIB', 'KSWP']))).toEqual({
      eligible: 'NO',
      missing: [['KSWP', 'TAX-CLEARANCE-LETTER']],
    });
  });

  it('is mended by the business number for one who owns no business, or none that is in force', () => {
    const mended = { eligible: 'NO', missing: [['NIB', 'LICENSING-BUSINESS-NUMBER']] };
    expect(gaps({ ...ready, businesses: [] }, offer(['NIB']))).toEqual(mended);
    expect(gaps({ ...ready, businesses: [{ nib: '9', status: 'REVOKED' }] }, offer(['NIB']))).toEqual(mended);
  });

  it('cannot be mended by the very service that is asked about', () => {
    const service = offer(['NIB'], { code: 'LICENSING-BUSINESS-NUMBER' });
    expect(gaps({ ...ready, businesses: [] }, service).missing).toEqual([['NIB', null]]);
  });

  it('is the identity card before the seventeenth birthday', () => {
    expect(gaps({ ...ready, birthDate: '2009-11-25' }, offer(['KTP']))).toEqual({
      eligible: 'NO',
      missing: [['KTP', null]],
    });
    expect(gaps({ ...ready, birthDate: '2009-11-24' }, offer(['KTP'])).eligible).toBe('YES');
  });

  it('is the digital identity, which only an application online needs', () => {
    const without = { ...ready, digitalIdentityStatus: 'NOT_ACTIVATED' as const };
    const activation = [['IKD', 'IDENTITY-DIGITAL-ID-ACTIVATION']];
    expect(gaps(without, offer([], { channels: ['ONLINE'] }))).toEqual({ eligible: 'NO', missing: activation });
    expect(gaps(without, offer([], { channels: ['ONLINE', 'COUNTER'] }))).toEqual({
      eligible: 'YES',
      missing: activation,
    });
    expect(gaps(without, offer([]))).toEqual({ eligible: 'YES', missing: [] });
  });

  it('does not block when the requirement is not one for everybody', () => {
    const service = offer([], { requirements: [requirement('NIB', false)] });
    expect(gaps({ ...ready, businesses: [] }, service).eligible).toBe('YES');
  });

  it('is said in both languages', () => {
    const [gap] = eligibilityFor({ ...ready, businesses: [] }, offer(['NIB']), today).missing;
    expect(gap).toMatchObject({
      reasonId: 'Anda belum memiliki Nomor Induk Berusaha.',
      reasonEn: 'You have no business number yet.',
    });
  });
});

describe('an agency that does not answer', () => {
  it.each([
    ['KTP', { birthDate: null }],
    ['NIB', { businesses: null }],
    ['NIB', { businesses: [{ nib: '9', status: null }] }],
    ['NPWP', { taxpayer: null }],
    ['KSWP', { taxpayer: null }],
    ['KSWP', { taxpayer: { id: 'tax-1', clearance: null } }],
  ] as const)('leaves open whether %s is held', (code, silent) => {
    const { eligible, missing } = gaps({ ...ready, ...silent }, offer([code]));
    expect(eligible).toBe('NEEDS_DATA');
    expect(missing.map(([name]) => name)).toEqual([code]);
  });

  it('is the same to us whether a field is null or absent', () => {
    const service = offer(['KTP', 'NIB', 'NPWP', 'KSWP']);
    const silent = { birthDate: null, digitalIdentityStatus: null, businesses: null, taxpayer: null };
    expect(gaps({}, service)).toEqual(gaps(silent, service));
    expect(gaps({}, service).eligible).toBe('NEEDS_DATA');
  });

  it('weighs less than what is surely lacking', () => {
    expect(gaps({ ...ready, businesses: [], taxpayer: null }, offer(['NIB', 'KSWP'])).eligible).toBe('NO');
  });
});

describe('the catalogue', () => {
  it('has every service that mends a gap', () => {
    const codes = new Set<string>(services.map(({ code }) => code));
    const service = offer(['KTP', 'NIB', 'NPWP', 'KSWP'], { channels: ['ONLINE'] });
    const fixes = eligibilityFor({}, service, today).missing.flatMap(({ fixServiceCode }) => fixServiceCode ?? []);
    expect(fixes).toHaveLength(4);
    expect(fixes.filter((code) => !codes.has(code))).toEqual([]);
  });
});
