import { describe, expect, it } from '@jest/globals';
import { announcementOf } from '#kit/application/outbox.ts';
import { castCitizens } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation } from '#kit/sandbox/population.ts';
import { checkNik, nikAgreesWith } from '#kit/scalars/nik.ts';
import { identityApplications } from '../applications.ts';
import { occupationOf } from '../occupations.ts';
import { filingsOf } from '../sandbox/filing.ts';
import { registerEntriesOf } from '../sandbox/register.ts';

const now = new Date('2026-11-24T03:00:00Z');
const households = createPopulation(2_000, now);
const entries = households.flatMap((household) => registerEntriesOf(household, now));
const filings = households.flatMap((household) => filingsOf(household, now));

describe('the people of the sandbox', () => {
  it('have a well-formed NIK that agrees with their entry and is visibly synthetic', () => {
    for (const entry of entries) {
      expect(checkNik(entry.nik).errors).toEqual([]);
      expect(nikAgreesWith(entry.nik, entry)).toBe(true);
      expect(Number(entry.nik.slice(12))).toBeGreaterThanOrEqual(9_000);
    }
  });

  it('have an occupation of the official list', () => {
    expect(entries.filter(({ occupationCode }) => occupationOf(occupationCode) === null)).toEqual([]);
  });

  it('stand on one family card with their parents, whose names theirs repeats', () => {
    const byId = new Map(entries.map((entry) => [entry._id, entry]));
    const children = entries.filter(({ parentIds }) => parentIds.length > 0);
    expect(children.length).toBeGreaterThan(100);
    for (const child of children) {
      for (const id of child.parentIds) {
        expect(byId.get(id)).toMatchObject({ familyId: child.familyId });
        expect([child.fatherName, child.motherName]).toContain(byId.get(id)?.fullName);
      }
    }
  });

  it('have one head on the first line of every card', () => {
    expect(entries.filter(({ relationship }) => relationship === 'HEAD').every(({ cardLine }) => cardLine === 1)).toBe(
      true,
    );
    expect(entries.filter(({ cardLine }) => cardLine === 1).every(({ relationship }) => relationship === 'HEAD')).toBe(
      true,
    );
  });

  it('include the late spouse of the widow, whose own entry says married until the change is approved', () => {
    const widow = entries.find(({ _id }) => _id === citizenIdOf('widow'));
    const spouse = entries.find(({ _id, familyId }) => familyId === widow?.familyId && _id !== widow?._id);
    expect([widow?.residencyStatus, widow?.maritalStatus]).toEqual(['RESIDENT', 'MARRIED_REGISTERED']);
    expect(spouse?.residencyStatus).toBe('DECEASED');
  });
});

describe('the applications of the sandbox', () => {
  it('are in every state that a free service can be in', () => {
    const statuses = new Set(filings.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([
      'APPROVED',
      'AWAITING_APPROVAL',
      'COMPLETED',
      'DOCUMENT_CHECK',
      'EXPIRED',
      'ISSUED',
      'REJECTED',
      'RETURNED',
      'SUBMITTED',
      'VERIFICATION',
      'WITHDRAWN',
    ]);
  });

  it('are told to the mall in the state that they are stored in', () => {
    for (const filing of filings) {
      const told = announcementOf(filing, { agency: 'identity', ...identityApplications });
      expect(told.steps.at(-1)).toMatchObject({ to: filing.status, sequence: filing.sequence });
      expect(told).toMatchObject({ id: filing._id, applicantId: filing.applicantId, typeName: 'IdentityApplication' });
    }
  });

  it.each(castCitizens.map(({ slug }) => slug))('include one of %s', (slug) => {
    expect(filings.some(({ applicantId }) => applicantId === citizenIdOf(slug))).toBe(true);
  });

  it('are the same on every machine', () => {
    const again = households.flatMap((household) => filingsOf(household, now));
    expect(again).toEqual(filings);
  });
});
