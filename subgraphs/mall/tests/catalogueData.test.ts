import { describe, expect, it } from '@jest/globals';
import { agencies } from '../data/agencies.ts';
import { malls } from '../data/malls.ts';
import { services } from '../data/services.ts';
import { repeated } from './repeated.ts';

const WORKING_HOURS_A_DAY = 7;

/** Codes that the seeds of other agencies refer to. */
const codesInUse = [
  'IDENTITY-ID-CARD-NEW',
  'IDENTITY-ID-CARD-REPLACEMENT',
  'IDENTITY-CHILD-CARD',
  'IDENTITY-DATA-CHANGE',
  'IDENTITY-FAMILY-CARD-CHANGE',
  'IDENTITY-DIGITAL-ID-ACTIVATION',
  'CIVIL-BIRTH',
  'CIVIL-STILLBIRTH',
  'CIVIL-DEATH',
  'CIVIL-MARRIAGE',
  'CIVIL-DIVORCE',
  'CIVIL-ACKNOWLEDGEMENT',
  'CIVIL-ADOPTION',
  'CIVIL-MOVE',
  'CIVIL-NAME-CHANGE',
  'LICENSING-BUSINESS-NUMBER',
  'LICENSING-BASIC-REQUIREMENT',
  'LICENSING-STANDARD-CERTIFICATE',
  'LICENSING-PERMIT',
  'LICENSING-SUPPORTING-LICENSE',
  'LICENSING-HEALTH-PRACTICE',
  'TAX-REGISTRATION',
  'TAX-NIK-MATCHING',
  'TAX-DATA-CHANGE',
  'TAX-SET-NON-EFFECTIVE',
  'TAX-CLEARANCE-LETTER',
];

const agencyCodes = new Set<string>(agencies.map((agency) => agency.code));

describe('the services', () => {
  it('are at least sixty, with codes of their own', () => {
    expect(services.length).toBeGreaterThanOrEqual(60);
    expect(repeated(services.map((service) => service.code))).toEqual([]);
  });

  it('include every code that other agencies use', () => {
    const known = new Set(services.map((service) => service.code));
    expect(codesInUse.filter((code) => !known.has(code))).toEqual([]);
  });

  it('belong to an agency that exists', () => {
    expect(services.filter(({ agencyCode }) => !agencyCodes.has(agencyCode))).toEqual([]);
  });

  it('publish all six parts of the standard', () => {
    const incomplete = services.filter(
      ({ standard }) =>
        standard.requirements.length === 0 ||
        standard.procedure.length === 0 ||
        standard.workingDays < 1 ||
        (standard.fee.amountMinor === null && standard.fee.note === null) ||
        standard.products.length === 0 ||
        standard.complaintChannels.length === 0 ||
        standard.legalBasis.length === 0,
    );
    expect(incomplete.map((service) => service.code)).toEqual([]);
  });

  it('name each requirement once', () => {
    const doubled = services.filter(
      ({ standard }) => repeated(standard.requirements.map(({ code }) => code)).length > 0,
    );
    expect(doubled.map((service) => service.code)).toEqual([]);
  });

  it('take no longer, step by step, than the days they promise', () => {
    const slow = services.filter(({ standard }) => {
      const hours = standard.procedure.reduce((sum, step) => sum + (step.hours ?? 0), 0);
      return hours > standard.workingDays * WORKING_HOURS_A_DAY;
    });
    expect(slow.map((service) => service.code)).toEqual([]);
  });

  it('number their steps from one', () => {
    const misnumbered = services.filter(({ standard }) =>
      standard.procedure.some((step, index) => step.order !== index + 1),
    );
    expect(misnumbered.map((service) => service.code)).toEqual([]);
  });

  it('start the clock on payment only where a payment is awaited', () => {
    const odd = services.filter(({ standard }) => {
      const paysFirst = standard.procedure.some((step) => step.state === 'AWAITING_PAYMENT');
      return paysFirst !== (standard.clockStarts === 'PAID') || (paysFirst && standard.fee.kind === 'FREE');
    });
    expect(odd.map((service) => service.code)).toEqual([]);
  });

  it('charge nothing for civil and population documents', () => {
    const registers = services.filter(({ sector }) => sector === 'CIVIL_REGISTRATION');
    expect(registers.filter(({ standard }) => standard.fee.kind !== 'FREE')).toEqual([]);
  });

  it('let a health practice licence issue by itself on the fifth day', () => {
    const practice = services.find((service) => service.code === 'LICENSING-HEALTH-PRACTICE');
    expect(practice?.standard).toMatchObject({ workingDays: 5, silentApproval: true });
  });

  it('are limited to a region only where a mall there has the agency', () => {
    const counters = new Map(malls.map((mall) => [mall.regionCode, mall.agencyCodes]));
    const unreachable = services.flatMap(({ code, availableIn, agencyCode }) =>
      availableIn === 'ALL'
        ? []
        : availableIn.filter((region) => !counters.get(region)?.includes(agencyCode)).map((region) => [code, region]),
    );
    expect(unreachable).toEqual([]);
  });

  it('name a source', () => {
    expect(services.filter((service) => !service.source).map((service) => service.code)).toEqual([]);
  });
});
