import { describe, expect, it } from '@jest/globals';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { applicationStatuses, type LifecycleEvent } from '#kit/application/lifecycle.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import { Random } from '#kit/sandbox/random.ts';
import { services } from '../data/services.ts';
import { envelopeOf } from '../rules/envelope.ts';
import { noticeOf } from '../rules/notices.ts';
import { allowedDecisions, decisions, priorityOf, surveyStateOf } from '../rules/review.ts';

const clearance = services.find(({ code }) => code === 'TAX-CLEARANCE-LETTER');
const filing = {
  agencyCode: 'DJP',
  service: { category: 'NON_LICENSING' as const, standard: clearance?.standard ?? null },
  mallId: null,
};

function announcement(events: readonly LifecycleEvent[]): ApplicationAnnouncement {
  return {
    id: 'MPP-3510-261101-ABCDEF-G',
    typeName: 'TaxApplication',
    agency: 'tax',
    serviceCode: 'TAX-CLEARANCE-LETTER',
    applicantId: 'ctz-child',
    submittedById: 'ctz-mother',
    channel: 'ONLINE',
    regionCode: '35.10',
    steps: journey({
      events,
      startedAt: new Date('2026-11-02T02:00:00Z'),
      now: new Date('2026-11-24T02:00:00Z'),
      clockStart: 'SUBMITTED',
      random: new Random('a journey'),
    }),
  };
}

describe('the envelope of an announced application', () => {
  it('stands where the last step left it', () => {
    const envelope = envelopeOf(announcement(wayTo.VERIFICATION), filing);
    expect(envelope).toMatchObject({
      status: 'VERIFICATION',
      open: true,
      sequence: 3,
      regions: ['35', '35.10'],
      monthSubmitted: '2026-11',
      closing: null,
    });
    expect(envelope.statusAsOf).toEqual(envelope.steps.at(-1)?.at);
    expect(envelope.dueAt > envelope.createdAt).toBe(true);
  });

  it('lies in the inbox of the applicant and of whoever submitted it', () => {
    expect(envelopeOf(announcement(['SUBMIT']), filing).people).toEqual(['ctz-child', 'ctz-mother']);
    const own = { ...announcement(['SUBMIT']), submittedById: 'ctz-child' };
    expect(envelopeOf(own, filing).people).toEqual(['ctz-child']);
  });

  it('has no time of submission while it is a draft', () => {
    expect(envelopeOf(announcement(['SAVE']), filing)).toMatchObject({ submittedAt: null, monthSubmitted: null });
  });

  it('closes with the decision, not with a withdrawal', () => {
    expect(envelopeOf(announcement(wayTo.AUTO_APPROVED), filing).closing).toMatchObject({ autoApproved: 1 });
    expect(envelopeOf(announcement(wayTo.WITHDRAWN), filing)).toMatchObject({ open: false, closing: null });
  });

  it('has a due time when the catalogue knows no standard', () => {
    const unknown = { ...filing, service: { category: 'NON_LICENSING' as const, standard: null } };
    const { dueAt, statusAsOf } = envelopeOf(announcement(wayTo.DOCUMENT_CHECK), unknown);
    expect(dueAt > statusAsOf).toBe(true);
  });

  it('cannot be made from nothing', () => {
    expect(() => envelopeOf({ ...announcement(['SUBMIT']), steps: [] }, filing)).toThrow(RangeError);
  });
});

describe('what an officer may decide', () => {
  it('follows the lifecycle', () => {
    expect(allowedDecisions('DOCUMENT_CHECK')).toEqual(['ACCEPT_DOCUMENTS', 'RETURN_FOR_CORRECTION', 'REJECT']);
    expect(allowedDecisions('AWAITING_APPROVAL')).toEqual(['APPROVE', 'REJECT']);
    expect(allowedDecisions('APPROVED')).toEqual(['ISSUE']);
    expect(allowedDecisions('COMPLETED')).toEqual([]);
  });

  it('is possible in some state, for each decision', () => {
    const possible = new Set(applicationStatuses.flatMap(allowedDecisions));
    expect([...decisions].filter((decision) => !possible.has(decision))).toEqual([]);
  });

  it('is the more urgent the nearer the due time', () => {
    const now = new Date('2026-11-24T02:00:00Z');
    const clock = { state: 'RUNNING', dueAt: new Date('2026-11-25T02:00:00Z'), breached: false } as const;
    expect(priorityOf({ ...clock, breached: true }, now)).toBe(1);
    expect(priorityOf(clock, now)).toBe(2);
    expect(priorityOf({ ...clock, dueAt: new Date('2026-11-25T02:01:00Z') }, now)).toBe(3);
    expect(priorityOf({ ...clock, state: 'PAUSED' }, now)).toBe(3);
    expect(priorityOf({ ...clock, state: 'STOPPED', breached: true }, now)).toBe(3);
  });
});

describe('the survey', () => {
  it('is due once something was issued or refused, and only until it is answered', () => {
    expect(surveyStateOf('VERIFICATION', false)).toBe('NOT_DUE');
    expect(surveyStateOf('ISSUED', false)).toBe('DUE');
    expect(surveyStateOf('REJECTED', false)).toBe('DUE');
    expect(surveyStateOf('COMPLETED', true)).toBe('DONE');
  });
});

describe('a notification', () => {
  it('names the service and what happened, in both languages', () => {
    expect(noticeOf('ISSUED', { nameId: 'Akta kelahiran', nameEn: 'Birth certificate' })).toEqual({
      titleId: 'Akta kelahiran: Dokumen telah terbit',
      titleEn: 'Birth certificate: Document issued',
    });
  });

  it('is not sent about a draft', () => {
    expect(noticeOf('DRAFT', { nameId: 'a', nameEn: 'b' })).toBeNull();
  });
});
