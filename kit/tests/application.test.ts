import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applicationStatuses,
  endStatuses,
  type LifecycleEvent,
  lifecycle,
  mayHappen,
  slaEffect,
} from '../application/lifecycle.ts';
import { isTrackingNumber, trackingNumber } from '../application/trackingNumber.ts';
import { journey, wayTo } from '../sandbox/journey.ts';
import { Random } from '../sandbox/random.ts';

const events = Object.keys(lifecycle) as LifecycleEvent[];

describe('the lifecycle of an application', () => {
  it.each(endStatuses)('is never left once it is %s', (status) => {
    expect(events.filter((event) => mayHappen(event, status))).toEqual([]);
  });

  it.each(applicationStatuses)('can be brought to %s', (status) => {
    const steps = journey({
      events: wayTo[status],
      startedAt: new Date('2026-11-02T02:00:00Z'),
      now: new Date('2026-11-24T02:00:00Z'),
      clockStart: 'DOCUMENTS_COMPLETE',
      random: new Random(status),
    });
    expect(steps.at(-1)?.to).toBe(status);
    expect(steps.map(({ sequence }) => sequence)).toEqual(steps.map((_step, index) => index + 1));
  });

  it('starts the clock where the standard of the service says', () => {
    expect(slaEffect('SUBMIT', 'SUBMITTED')).toBe('START');
    expect(slaEffect('SUBMIT', 'PAID')).toBe('NONE');
    expect(slaEffect('PAID', 'PAID')).toBe('START');
    expect(slaEffect('ACCEPT_DOCUMENTS', 'DOCUMENTS_COMPLETE')).toBe('START');
  });

  it('pauses the clock while a file is with the applicant', () => {
    expect(slaEffect('RETURN_FOR_CORRECTION', 'SUBMITTED')).toBe('PAUSE');
    expect(slaEffect('RESUBMIT', 'SUBMITTED')).toBe('RESUME');
  });

  it('does not let an application be approved that nobody has verified', () => {
    expect(mayHappen('APPROVE', 'DOCUMENT_CHECK')).toBe(false);
    expect(mayHappen('APPROVE_BY_SILENCE', 'SUBMITTED')).toBe(false);
  });
});

describe('a tracking number', () => {
  const number = fc.string({ minLength: 1 }).map((seed) => trackingNumber('35.10', '2026-11-24', seed));

  it('says the regency and the day, and is recognised', () => {
    expect(trackingNumber('35.10', '2026-11-24', 'x')).toMatch(/^MPP-3510-261124-/);
    fc.assert(fc.property(number, (text) => isTrackingNumber(text)));
  });

  it('shows any one wrong character', () => {
    const characters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXY');
    fc.assert(
      fc.property(number, fc.nat(), characters, (text, place, character) => {
        const at = place % text.length;
        const wrong = text.slice(0, at) + character + text.slice(at + 1);
        return wrong === text || !isTrackingNumber(wrong);
      }),
    );
  });

  it('shows two neighbours that changed places', () => {
    fc.assert(
      fc.property(number, fc.nat(), (text, place) => {
        const at = place % (text.length - 1);
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        return swapped === text || !isTrackingNumber(swapped);
      }),
    );
  });
});
