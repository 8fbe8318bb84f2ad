import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, type LifecycleStep, type ServiceTerms } from '../../advance.ts';
import { type ApplicationStatus, type LifecycleEvent, lifecycle, mayHappen } from '../../lifecycle.ts';
import { dueAtOf, nextDueAt, returnedUntil } from '../dueTimes.ts';
import { type ServiceStandard, standardsOf } from '../standard.ts';
import { replayClock } from '../workingClock.ts';
import { afterWorkingTime, calendarIn, hoursPerDay, workingTimeBetween } from '../workingTime.ts';

const hourMs = 3_600_000;
const standard: ServiceStandard = {
  workingDays: 5,
  correctionDays: 14,
  clockStart: 'DOCUMENTS_COMPLETE',
  restartsAfterCorrection: false,
  silentApproval: true,
};
const zones = ['WIB', 'WITA', 'WIT'] as const;

/** A moment of Western Indonesian Time in June 2026; the 8th is a Monday, the 16th a holiday. */
function june(day: number, time: string): Date {
  return new Date(`2026-06-${String(day).padStart(2, '0')}T${time}:00+07:00`);
}

function course(terms: ServiceTerms, ...happenings: readonly (readonly [LifecycleEvent, Date])[]): LifecycleStep[] {
  const steps: LifecycleStep[] = [];
  for (const [event, at] of happenings) steps.push(advance(steps, happeningOf(event, at), terms));
  return steps;
}

/** By its role, so that nobody approves what they verified. */
function happeningOf(event: LifecycleEvent, at: Date) {
  return { event, at, by: lifecycle[event].actor, note: 'For the test.', requirementCodes: ['KTP'] };
}

const verified = [
  ['SUBMIT', june(8, '08:00')],
  ['TAKE_UP', june(8, '09:00')],
  ['ACCEPT_DOCUMENTS', june(8, '12:00')],
] as const;

describe('the due time of an application', () => {
  it('is when the promised working days are over', () => {
    expect(dueAtOf(course(standard, ...verified), standard, 'WIB')).toEqual(june(15, '12:00'));
  });

  it('goes by the clock of the region', () => {
    // At noon of the west the offices of the east have two hours left.
    expect(dueAtOf(course(standard, ...verified), { workingDays: 1 }, 'WIT')).toEqual(june(9, '12:00'));
    expect(dueAtOf(course(standard, ['SUBMIT', june(8, '16:00')]), standard, 'WIT')).toBeNull();
  });

  it('is not there before the clock starts, while it is paused, and after the end', () => {
    expect(dueAtOf([], standard, 'WIB')).toBeNull();
    expect(dueAtOf(course(standard, ...verified.slice(0, 2)), standard, 'WIB')).toBeNull();
    const returned = [...verified, ['RETURN_FOR_CORRECTION', june(9, '12:00')]] as const;
    expect(dueAtOf(course(standard, ...returned), standard, 'WIB')).toBeNull();
    expect(dueAtOf(course(standard, ...verified, ['REJECT', june(9, '12:00')]), standard, 'WIB')).toBeNull();
  });

  it('is later by the pause, or counted anew where the standard says so', () => {
    const corrected = [
      ...verified,
      ['RETURN_FOR_CORRECTION', june(9, '12:00')],
      ['RESUBMIT', june(10, '12:00')],
    ] as const;
    expect(dueAtOf(course(standard, ...corrected), standard, 'WIB')).toEqual(june(17, '12:00'));
    const anew = { ...standard, restartsAfterCorrection: true };
    expect(dueAtOf(course(anew, ...corrected), anew, 'WIB')).toEqual(june(18, '12:00'));
  });
});

describe('the time to correct a returned file', () => {
  it('counts from its return', () => {
    const returned = course(standard, ...verified, ['RETURN_FOR_CORRECTION', june(9, '12:00')]);
    expect(returnedUntil(returned, standard)).toEqual(june(23, '12:00'));
  });

  it('is nothing for a file that is not returned', () => {
    expect(returnedUntil(course(standard, ...verified), standard)).toBeNull();
    expect(returnedUntil([], standard)).toBeNull();
  });
});

describe('the next time that something happens by itself', () => {
  it('is the correction, the payment or the office, by where the application stands', () => {
    const payable = june(12, '10:00');
    const returned = course(standard, ...verified, ['RETURN_FOR_CORRECTION', june(9, '12:00')]);
    const unpaid = course(standard, ['SUBMIT', june(8, '08:00')], ['FEE_DUE', june(8, '08:00')]);
    expect(nextDueAt(returned, standard, 'WIB', payable)).toEqual(june(23, '12:00'));
    expect(nextDueAt(unpaid, standard, 'WIB', payable)).toEqual(payable);
    expect(nextDueAt(unpaid, standard, 'WIB')).toBeNull();
    expect(nextDueAt(course(standard, ...verified), standard, 'WIB', payable)).toEqual(june(15, '12:00'));
  });
});

describe('the standard of a service', () => {
  it('is found by its code, and a foreign code is a mistake', () => {
    const standardOf = standardsOf({ ONE: { code: 'A-ONE', standard } });
    expect(standardOf('A-ONE')).toBe(standard);
    expect(() => standardOf('A-TWO')).toThrow(new RangeError('The service A-TWO is not one of this agency.'));
  });
});

const terms = fc.record({
  workingDays: fc.integer({ min: 1, max: 25 }),
  correctionDays: fc.integer({ min: 1, max: 30 }),
  clockStart: fc.constantFrom('SUBMITTED' as const, 'DOCUMENTS_COMPLETE' as const, 'PAID' as const),
  restartsAfterCorrection: fc.boolean(),
  silentApproval: fc.boolean(),
});
const events = Object.keys(lifecycle) as LifecycleEvent[];
const wishes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 60 * 24 * 6 })), { maxLength: 14 });
const zone = fc.constantFrom(...zones);

/** Some course that the lifecycle allows: each draw picks one of the events that may happen next, some minutes later. */
function anyCourse(draws: readonly (readonly [number, number])[], standardOf: ServiceStandard): LifecycleStep[] {
  const steps: LifecycleStep[] = [];
  let at = june(1, '00:00').getTime();
  for (const [pick, minutes] of draws) {
    at += minutes * 60_000;
    const from: ApplicationStatus | null = steps.at(-1)?.to ?? null;
    const possible = events.filter(
      (event) => mayHappen(event, from) && (event !== 'APPROVE_BY_SILENCE' || standardOf.silentApproval),
    );
    const event = possible[pick % Math.max(1, possible.length)];
    if (event) steps.push(advance(steps, happeningOf(event, new Date(at)), standardOf));
  }
  return steps;
}

const effectsThatRun = ['START', 'RESUME', 'RESTART'];

/** The due time told otherwise than by replaying: what the promise leaves over, from when the clock ran last. */
function dueAtByRemainder(
  steps: readonly LifecycleStep[],
  { workingDays }: ServiceStandard,
  inZone: 'WIB' | 'WITA' | 'WIT',
) {
  const calendar = calendarIn(inZone);
  let leftMs: number | null = null;
  let runsSince: Date | null = null;
  for (const { slaEffect, at } of steps) {
    if (slaEffect === 'START' || slaEffect === 'RESTART') leftMs = workingDays * hoursPerDay * hourMs;
    if (effectsThatRun.includes(slaEffect)) runsSince = at;
    if (slaEffect === 'PAUSE' && runsSince && leftMs !== null) {
      leftMs -= workingTimeBetween(runsSince, at, calendar);
      runsSince = null;
    }
    if (slaEffect === 'STOP') return null;
  }
  return { leftMs, runsSince };
}

describe('whatever course an application takes', () => {
  it('the due time is the moment at which the office has used all that it promised', () => {
    fc.assert(
      fc.property(wishes, terms, zone, (draws, drawn, inZone) => {
        const steps = anyCourse(draws, drawn);
        const dueAt = dueAtOf(steps, drawn, inZone);
        const told = dueAtByRemainder(steps, drawn, inZone);
        if (told === null || told.runsSince === null || told.leftMs === null) {
          expect(dueAt).toBeNull();
          return;
        }
        const calendar = calendarIn(inZone);
        if (told.leftMs >= 0) {
          expect(workingTimeBetween(told.runsSince, dueAt ?? new Date(0), calendar)).toBe(told.leftMs);
          const clock = replayClock(steps, drawn.workingDays, calendar, dueAt ?? new Date(0));
          expect([clock.usedWorkingHours, clock.breached]).toEqual([drawn.workingDays * hoursPerDay, false]);
        } else {
          // Used up before the pause: it was due before the clock ran again.
          expect(dueAt?.getTime()).toBeLessThanOrEqual(told.runsSince.getTime());
        }
      }),
    );
  });

  it('a pause moves it by exactly the working time that it lasted', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
    fc.assert(
      fc.property(terms, zone, minutes, minutes, (drawn, inZone, before, pause) => {
        const going = { ...drawn, clockStart: 'DOCUMENTS_COMPLETE' as const, restartsAfterCorrection: false };
        const calendar = calendarIn(inZone);
        const accepted = course(going, ...verified);
        const straight = dueAtOf(accepted, going, inZone);
        const returnedAt = new Date(june(8, '12:00').getTime() + before * 60_000);
        fc.pre(straight !== null && returnedAt <= straight);
        const resubmittedAt = new Date(returnedAt.getTime() + pause * 60_000);
        const corrected = course(
          going,
          ...verified,
          ['RETURN_FOR_CORRECTION', returnedAt],
          ['RESUBMIT', resubmittedAt],
        );
        const paused = workingTimeBetween(returnedAt, resubmittedAt, calendar);
        const moved = dueAtOf(corrected, going, inZone);
        expect(workingTimeBetween(straight ?? returnedAt, moved ?? returnedAt, calendar)).toBe(paused);
        expect(moved).toEqual(afterWorkingTime(straight ?? returnedAt, paused, calendar));
      }),
    );
  });

  it('a replay gives the same, and steps told twice or late change nothing', () => {
    fc.assert(
      fc.property(wishes, terms, zone, fc.nat(), (draws, drawn, inZone, pick) => {
        const steps = anyCourse(draws, drawn);
        const dueAt = dueAtOf(steps, drawn, inZone);
        expect(dueAtOf([...steps], drawn, inZone)).toEqual(dueAt);
        const again = steps[pick % Math.max(1, steps.length)];
        if (!again) return;
        expect(dueAtOf([...steps, again], drawn, inZone)).toEqual(dueAt);
        expect(nextDueAt([...steps, again], drawn, inZone)).toEqual(nextDueAt(steps, drawn, inZone));
      }),
    );
  });
});
