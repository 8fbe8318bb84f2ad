import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { fullSchemaText } from '#kit/subgraph.ts';
import {
  birthHelperCodes,
  birthPlaceCodes,
  birthTypeCodes,
  deathCauseCodes,
  moveClassCodes,
  moveReasonCodes,
  moveWhoCodes,
} from '../codes.ts';
import type { Certificate } from '../model.ts';
import { checkCertificate } from '../rules/certificate.ts';
import { localDay } from '../rules/days.ts';
import { moveClass } from '../rules/move.ts';
import { isCertificateNumber, isMovingLetterNumber, registrationNumber } from '../rules/registrationNumber.ts';
import { daysSinceEvent, isReportedLate } from '../rules/reporting.ts';

describe('a report', () => {
  it.each([
    ['BIRTH', '2026-09-25', '2026-11-24', false],
    ['BIRTH', '2026-09-24', '2026-11-24', true],
    ['DEATH', '2026-10-25', '2026-11-24', false],
    ['DEATH', '2026-10-24', '2026-11-24', true],
    ['MARRIAGE', '2026-09-25', '2026-11-24', false],
    ['MARRIAGE', '2026-09-24', '2026-11-24', true],
    ['DIVORCE', '2026-09-25', '2026-11-24', false],
    ['DIVORCE', '2026-09-24', '2026-11-24', true],
    ['MOVE', '2020-01-01', '2026-11-24', false],
    ['NAME_CHANGE', '2020-01-01', '2026-11-24', false],
  ])('of a %s on %s made on %s is late: %s', (kind, eventDate, reportedOn, late) => {
    expect(isReportedLate({ kind, eventDate, reportedOn })).toBe(late);
  });

  it('counts the days since the event by the calendar of its region', () => {
    const oneInTheMorningInJayapura = new Date('2026-11-23T16:00:00Z');
    const daysIn = (regionCode: string) =>
      daysSinceEvent({ eventDate: '2026-11-20', regionCode }, oneInTheMorningInJayapura);

    expect([daysIn('11.71'), daysIn('73.71'), daysIn('91.71')]).toEqual([3, 4, 4]);
  });
});

describe('the day of a region', () => {
  it.each([
    ['31.71', '2026-11-24T16:59:59Z', '2026-11-24'],
    ['31.71', '2026-11-24T17:00:00Z', '2026-11-25'],
    ['64.72', '2026-11-24T16:00:00Z', '2026-11-25'],
    ['51.05', '2026-11-24T15:59:59Z', '2026-11-24'],
    ['81.71', '2026-11-24T15:00:00Z', '2026-11-25'],
  ])('in %s at %s is %s', (regionCode, moment, day) => {
    expect(localDay(new Date(moment), regionCode)).toBe(day);
  });
});

describe('the class of a move', () => {
  it.each([
    ['33.71.01.1003', '33.71.01.1003', 'WITHIN_VILLAGE'],
    ['33.71.01.1003', '33.71.01.1004', 'BETWEEN_VILLAGES'],
    ['33.71.01.1003', '33.71.02.1003', 'BETWEEN_DISTRICTS'],
    ['33.71.01.1003', '33.72.01.1003', 'BETWEEN_REGENCIES'],
    ['33.71.01.1003', '21.71.07.1001', 'BETWEEN_PROVINCES'],
  ])('from %s to %s is %s', (origin, destination, expected) => {
    expect(moveClass(origin, destination)).toBe(expected);
  });
});

describe('a registration number', () => {
  const registration = { regionCode: '35.07', reportedOn: '2021-04-23', serial: 70 };

  it('of a move is the number of its moving letter', () => {
    expect(registrationNumber('MOVE', registration)).toBe('SKPWNI/3507/23042021/0070');
  });

  it('of a certificate says that it is an example', () => {
    expect(registrationNumber('BIRTH', registration)).toBe('CONTOH-3507-LH-23042021-0070');
    expect(registrationNumber('DIVORCE', registration)).toBe('CONTOH-3507-CR-23042021-0070');
  });

  it.each(['BIRTH', 'DEATH', 'MARRIAGE', 'DIVORCE'] as const)(
    'of a %s has the shape of a certificate number',
    (kind) => {
      expect(isCertificateNumber(registrationNumber(kind, registration))).toBe(true);
    },
  );

  it.each([
    ['SKPWNI/3507/23042021/0070', true],
    ['SKPWNI/3507/29022020/9001', true],
    ['SKPWNI/3507/29022021/9001', false],
    ['SKPWNI/3507/2342021/0070', false],
    ['SKPWNI/35.07/23042021/0070', false],
    ['skpwni/3507/23042021/0070', false],
    ['CONTOH-3507-LH-23042021-0070', false],
  ])('%s is the number of a moving letter: %s', (number, expected) => {
    expect(isMovingLetterNumber(number)).toBe(expected);
  });
});

describe('the check of a certificate', () => {
  const certificate: Certificate = {
    issuedOn: '2026-11-20',
    verificationCode: verificationCode('a test'),
    documentId: null,
    withdrawnOn: null,
  };

  it('tells the kind and the day of a genuine one', () => {
    expect(checkCertificate({ kind: 'BIRTH', certificate })).toEqual({
      valid: true,
      kind: 'BIRTH',
      issuedOn: '2026-11-20',
    });
  });

  it('answers the same for none, for one not issued and for one withdrawn', () => {
    const nothing = { valid: false, kind: null, issuedOn: null };

    expect(checkCertificate(null)).toEqual(nothing);
    expect(checkCertificate({ kind: 'BIRTH', certificate: null })).toEqual(nothing);
    expect(checkCertificate({ kind: 'MARRIAGE', certificate: { ...certificate, withdrawnOn: '2026-11-23' } })).toEqual(
      nothing,
    );
  });
});

describe('the official codes', () => {
  const schema = buildSchema(fullSchemaText(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')), {
    assumeValidSDL: true,
  });
  const valuesOf = (name: string) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => [value.name, value.description]) : [];
  };

  it.each([
    ['BirthPlaceType', birthPlaceCodes],
    ['BirthType', birthTypeCodes],
    ['BirthHelper', birthHelperCodes],
    ['DeathCause', deathCauseCodes],
    ['MoveReason', moveReasonCodes],
    ['MoveClass', moveClassCodes],
    ['MoveWho', moveWhoCodes],
  ])('of %s cover every value of the graph and stand in its description', (name, codes) => {
    expect(valuesOf(name)).toEqual(
      Object.entries(codes).map(([value, code]) => [value, expect.stringContaining(`(kode ${code})`)]),
    );
  });
});
