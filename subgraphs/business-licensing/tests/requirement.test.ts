import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '#kit/errors.ts';
import type { BusinessScale, RiskLevel } from '../generated/resolvers.ts';
import { competentLevel, licensingRequirement, officeApprovesBasicRequirements, riskAt } from '../rules/requirement.ts';

const scales: readonly BusinessScale[] = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

function anActivity(level: RiskLevel, open: readonly BusinessScale[] = scales) {
  return { code: '55110', centralAuthority: false, risks: open.map((scale) => ({ scale, level })) };
}

describe('what an activity requires', () => {
  it('is the business number alone for a micro business with a low risk, which may then operate', () => {
    expect(licensingRequirement(anActivity('LOW'), 'MICRO', '35.10')).toMatchObject({
      licenses: ['BUSINESS_NUMBER'],
      canOperateAt: 'NIB_ISSUED',
      workingDays: 1,
    });
  });

  it('is a standard certificate that the owner states, in no time, for a medium-low risk', () => {
    expect(licensingRequirement(anActivity('MEDIUM_LOW'), 'SMALL', '35.10')).toMatchObject({
      licenses: ['BUSINESS_NUMBER', 'STANDARD_CERTIFICATE'],
      canOperateAt: 'STANDARD_DECLARED',
      workingDays: 1,
    });
  });

  it('is a verified standard certificate after the basic requirements for a medium-high risk', () => {
    expect(licensingRequirement(anActivity('MEDIUM_HIGH'), 'MICRO', '34.71')).toMatchObject({
      licenses: ['BUSINESS_NUMBER', 'BASIC_REQUIREMENT', 'STANDARD_CERTIFICATE'],
      canOperateAt: 'CERTIFICATE_VERIFIED',
      workingDays: 1 + 25 + 14,
    });
  });

  it('is a permit for a high risk', () => {
    expect(licensingRequirement(anActivity('HIGH'), 'LARGE', '34.71')).toMatchObject({
      licenses: ['BUSINESS_NUMBER', 'BASIC_REQUIREMENT', 'PERMIT'],
      canOperateAt: 'PERMIT_ISSUED',
      workingDays: 1 + 25 + 20,
    });
  });

  it('includes the land use approval for a large business, whatever its risk', () => {
    const { licenses, requirements } = licensingRequirement(anActivity('LOW'), 'LARGE', '34.71');
    expect(licenses).toEqual(['BUSINESS_NUMBER', 'BASIC_REQUIREMENT']);
    expect(requirements).toContain('Persetujuan kesesuaian kegiatan pemanfaatan ruang (KKPR)');
  });

  it('asks a micro business with a low risk for a statement where others need an approval', () => {
    const { requirements } = licensingRequirement(anActivity('LOW'), 'MICRO', '35.10');
    expect(requirements).toContain('Pernyataan mandiri kesesuaian tata ruang');
    expect(requirements.join()).not.toContain('KKPR');
  });

  it.each<RiskLevel>(['LOW', 'MEDIUM_LOW', 'MEDIUM_HIGH', 'HIGH'])(
    'always asks for a valid tax status (%s)',
    (level) => {
      expect(licensingRequirement(anActivity(level), 'SMALL', '35.10').requirements.join()).toContain('KSWP');
    },
  );

  it('never takes less time for a higher risk', () => {
    const days = (['LOW', 'MEDIUM_LOW', 'MEDIUM_HIGH', 'HIGH'] as const).map(
      (level) => licensingRequirement(anActivity(level), 'MEDIUM', '35.10').workingDays,
    );
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });
});

describe('the risk of an activity', () => {
  it('is the one of the scale that was asked for', () => {
    const activity = {
      code: '56101',
      risks: [
        { scale: 'MICRO', level: 'LOW' },
        { scale: 'LARGE', level: 'MEDIUM_HIGH' },
      ] as const,
    };
    expect(riskAt({ ...activity, risks: [...activity.risks] }, 'LARGE')).toBe('MEDIUM_HIGH');
  });

  it('does not exist at a scale that may not do it, and the refusal says which may', () => {
    const activity = anActivity('HIGH', ['MEDIUM', 'LARGE']);
    expect(() => riskAt(activity, 'MICRO')).toThrow(
      new ServiceError(
        'BAD_USER_INPUT',
        'The activity 55110 is not open to a business of the scale MICRO, only to MEDIUM, LARGE.',
      ),
    );
  });
});

describe('the basic requirements', () => {
  it.each(['MICRO', 'SMALL'] as const)('are stated by the owner at the scale %s while the risk is low', (scale) => {
    expect(officeApprovesBasicRequirements('LOW', scale)).toBe(false);
    expect(officeApprovesBasicRequirements('MEDIUM_LOW', scale)).toBe(false);
    expect(officeApprovesBasicRequirements('MEDIUM_HIGH', scale)).toBe(true);
  });

  it.each(['MEDIUM', 'LARGE'] as const)('are approved by the office at the scale %s', (scale) => {
    expect(officeApprovesBasicRequirements('LOW', scale)).toBe(true);
  });
});

describe('the level that decides', () => {
  const regional = { centralAuthority: false };

  it.each(['35.10', '35.10.13', '35.10.13.2001'])('is the regency for a place inside one (%s)', (region) => {
    expect(competentLevel(regional, region)).toBe('REGENCY');
  });

  it('is the province for a business that spans several regencies', () => {
    expect(competentLevel(regional, '35')).toBe('PROVINCE');
  });

  it('is the province in Jakarta, whose cities are administrative', () => {
    expect(competentLevel(regional, '31.71')).toBe('PROVINCE');
  });

  it('is the centre for an activity that the centre keeps, wherever it is', () => {
    expect(competentLevel({ centralAuthority: true }, '35.10')).toBe('CENTRAL');
  });
});
