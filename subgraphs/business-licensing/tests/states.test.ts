import { describe, expect, it } from '@jest/globals';
import { applicationStatuses, endStatuses } from '#kit/application/lifecycle.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import { licenseStatusOf } from '../rules/licenseStatus.ts';
import * as officialCodes from '../rules/officialCodes.ts';
import { officialStatusCode } from '../rules/officialCodes.ts';
import { maySeeBusinessesOf, visibleApplications, visibleRecords } from '../rules/visibility.ts';

describe('the status of a licence', () => {
  it('is in force when its application is issued, and stays so when the document is collected', () => {
    expect([licenseStatusOf('PERMIT', 'ISSUED'), licenseStatusOf('PERMIT', 'COMPLETED')]).toEqual(['ISSUED', 'ISSUED']);
  });

  it('is not in force when the application was approved but nothing was issued yet', () => {
    expect(licenseStatusOf('PERMIT', 'APPROVED')).toBe('IN_PROCESS');
    expect(licenseStatusOf('SUPPORTING_LICENSE', 'AUTO_APPROVED')).toBe('IN_PROCESS');
  });

  it('says of a standard certificate that it awaits verification', () => {
    expect(licenseStatusOf('STANDARD_CERTIFICATE', 'FIELD_INSPECTION')).toBe('AWAITING_VERIFICATION');
  });

  it('is required again when the application was withdrawn or lapsed, and refused when it was refused', () => {
    expect(['WITHDRAWN', 'EXPIRED', 'REJECTED'].map((status) => licenseStatusOf('PERMIT', status as never))).toEqual([
      'REQUIRED',
      'REQUIRED',
      'REJECTED',
    ]);
  });
});

describe('the OSS status code of an application', () => {
  it('is unknown for a draft, and known for everything that was submitted', () => {
    expect(officialStatusCode(wayTo.DRAFT)).toBeNull();
    for (const status of applicationStatuses.filter((known) => known !== 'DRAFT')) {
      expect(officialStatusCode(wayTo[status])).toMatch(/^\d{2}$/);
    }
  });

  it.each([
    ['RETURNED', '41'],
    ['FIELD_INSPECTION', '40'],
    ['APPROVED', '50'],
    ['AUTO_APPROVED', '57'],
    ['REJECTED', '90'],
  ] as const)('is the one of the last step: %s is %s', (status, code) => {
    expect(officialStatusCode(wayTo[status])).toBe(code);
  });

  it('tells an incomplete file from one whose applicant is asked for something later', () => {
    expect(officialStatusCode(['SUBMIT', 'TAKE_UP', 'RETURN_FOR_CORRECTION'])).toBe('11');
    expect(officialStatusCode(['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'RETURN_FOR_CORRECTION'])).toBe('41');
  });

  it('stays when a step has none of its own', () => {
    expect(officialStatusCode(wayTo.COMPLETED)).toBe(officialStatusCode(wayTo.ISSUED));
    expect(endStatuses).toContain('WITHDRAWN');
    expect(officialStatusCode(wayTo.WITHDRAWN)).toBe('09');
  });
});

describe('the official codes', () => {
  const { officialStatusCode: _statusOf, ...tables } = officialCodes;

  it.each(Object.entries(tables))('are two digits, and no two values share one (%s)', (_name, table) => {
    const codes = Object.values(table);
    expect(codes.filter((code) => !/^\d{2}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('the region of a record', () => {
  it('is everything that a village lies in', () => {
    expect(regionPath('35.10.13.2001')).toEqual(['35', '35.10', '35.10.13', '35.10.13.2001']);
    expect(regencyOf('35.10.13.2001')).toBe('35.10');
  });
});

describe('what a caller sees', () => {
  it('is their own for a citizen', () => {
    expect(visibleRecords(asCitizen('ctz-1'))).toEqual({ ownerId: 'ctz-1' });
    expect(visibleApplications(asCitizen('ctz-1'))).toEqual({ applicantId: 'ctz-1' });
    expect(maySeeBusinessesOf(asCitizen('ctz-1'), 'ctz-2')).toBe(false);
  });

  it('is the region of an officer who was granted the scope', () => {
    const officer = asOfficer('business-licensing', '35.10', ['licensing:read', 'applications:read']);
    expect(visibleRecords(officer)).toEqual({ regionPath: '35.10' });
    expect(visibleApplications(officer)).toEqual({ regionPath: '35.10' });
    expect(maySeeBusinessesOf(officer, 'ctz-1')).toBe(true);
  });

  it('is nothing for an officer without the scope, for a service and for nobody', () => {
    expect(visibleRecords(asOfficer('business-licensing', '35.10', []))).toBeNull();
    expect(visibleRecords({ kind: 'service', id: 'svc-1', agency: 'tax', scopes: ['licensing:read'] })).toBeNull();
    expect(visibleRecords({ kind: 'anonymous' })).toBeNull();
  });

  it('holds no applications for an officer of another agency', () => {
    expect(visibleApplications(asOfficer('tax', '35.10', ['applications:read', 'licensing:read']))).toBeNull();
  });
});
