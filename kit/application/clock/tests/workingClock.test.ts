import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SlaEffect } from '../../lifecycle.ts';
import { type ClockStep, clockOf, replayClock } from '../workingClock.ts';
import { afterWorkingTime, isHoliday, type WorkingCalendar, workingTimeBetween } from '../workingTime.ts';

const hourMs = 3_600_000;
// A plain week: 2026-06-08 is a Monday; the Wednesday is taken as a holiday.
const calendar: WorkingCalendar = { zone: 'WIB', holidays: new Set(['2026-06-10']) };

/** A moment of Western Indonesian Time. */
function at(day: number, time: string): Date {
  return new Date(`2026-06-${String(day).padStart(2, '0')}T${time}:00+07:00`);
}

function steps(...effects: readonly [SlaEffect, Date][]): ClockStep[] {
  return effects.map(([slaEffect, moment], index) => ({ sequence: index + 1, at: moment, slaEffect }));
}

describe('working time', () => {
  it('is counted from 08:00 to 16:00 on working days', () => {
    expect(workingTimeBetween(at(8, '07:00'), at(8, '23:00'), calendar)).toBe(8 * hourMs);
    expect(workingTimeBetween(at(8, '15:00'), at(9, '09:30'), calendar)).toBe(2.5 * hourMs);
  });

  it('leaves out holidays and weekends', () => {
    expect(workingTimeBetween(at(9, '16:00'), at(11, '08:00'), calendar)).toBe(0);
    expect(workingTimeBetween(at(12, '12:00'), at(15, '12:00'), calendar)).toBe(8 * hourMs);
  });

  it('follows the clocks of the region', () => {
    const east: WorkingCalendar = { ...calendar, zone: 'WIT' };
    expect(workingTimeBetween(at(8, '06:00'), at(8, '07:00'), east)).toBe(hourMs);
    expect(workingTimeBetween(at(8, '14:00'), at(8, '16:00'), east)).toBe(0);
  });

  it('is nothing backwards', () => {
    expect(workingTimeBetween(at(9, '12:00'), at(8, '12:00'), calendar)).toBe(0);
  });

  it('runs out at the moment from which it was counted', () => {
    expect(afterWorkingTime(at(9, '15:00'), 2 * hourMs, calendar)).toEqual(at(11, '09:00'));
    expect(afterWorkingTime(at(8, '08:00'), 8 * hourMs, calendar)).toEqual(at(8, '16:00'));
  });

  it('knows the national holidays and the days of joint leave', () => {
    expect(isHoliday('2026-08-17')).toBe(true);
    expect(isHoliday('2026-11-24')).toBe(false);
  });
});

describe('the clock of a service standard', () => {
  it('has not started before the step that starts it', () => {
    expect(replayClock(steps(['NONE', at(8, '09:00')]), 3, calendar, at(9, '12:00'))).toEqual({
      workingDays: 3,
      state: 'NOT_STARTED',
      startedAt: null,
      dueAt: null,
      usedWorkingHours: 0,
      pausedHours: 0,
      breached: false,
    });
  });

  it('runs until the promised days are used up', () => {
    const clock = replayClock(steps(['START', at(8, '12:00')]), 2, calendar, at(9, '10:00'));
    expect(clock).toMatchObject({ state: 'RUNNING', usedWorkingHours: 6, breached: false, dueAt: at(11, '12:00') });
  });

  it('is breached one minute after the due time, not at it', () => {
    const started = steps(['START', at(8, '12:00')]);
    expect(replayClock(started, 1, calendar, at(9, '12:00')).breached).toBe(false);
    expect(replayClock(started, 1, calendar, at(9, '12:01')).breached).toBe(true);
  });

  it('stands still while it is the turn of the applicant', () => {
    const paused = steps(['START', at(8, '08:00')], ['PAUSE', at(8, '12:00')], ['RESUME', at(9, '12:00')]);
    const clock = replayClock(paused, 2, calendar, at(9, '16:00'));
    expect(clock).toMatchObject({ state: 'RUNNING', usedWorkingHours: 8, pausedHours: 8, dueAt: at(11, '16:00') });
  });

  it('starts from zero when the standard says so', () => {
    const restarted = steps(['START', at(8, '08:00')], ['PAUSE', at(8, '12:00')], ['RESTART', at(9, '08:00')]);
    const clock = replayClock(restarted, 1, calendar, at(9, '10:00'));
    expect(clock).toMatchObject({ startedAt: at(9, '08:00'), usedWorkingHours: 2, pausedHours: 0 });
  });

  it('stops for good with the decision', () => {
    const stopped = steps(['START', at(8, '08:00')], ['STOP', at(8, '10:00')], ['RESUME', at(8, '11:00')]);
    expect(replayClock(stopped, 1, calendar, at(12, '10:00'))).toMatchObject({
      state: 'STOPPED',
      usedWorkingHours: 2,
      breached: false,
    });
  });

  it('takes the calendar of the region', () => {
    const started = steps(['START', at(8, '08:00')]);
    expect(clockOf(started, 1, '35.10', at(8, '16:00')).usedWorkingHours).toBe(8);
    expect(clockOf(started, 1, '96.01', at(8, '16:00')).usedWorkingHours).toBe(6);
  });
});

const effects: readonly SlaEffect[] = ['NONE', 'START', 'PAUSE', 'RESUME', 'RESTART', 'STOP'];
const minutes = fc.integer({ min: 0, max: 60 * 24 * 20 });
const moment = minutes.map((minute) => new Date(at(1, '00:00').getTime() + minute * 60_000));
const history = fc
  .array(fc.tuple(fc.constantFrom(...effects), moment), { maxLength: 12 })
  .map((entries) => [...entries].sort(([, one], [, other]) => one.getTime() - other.getTime()))
  .map((entries) => steps(...entries));
const days = fc.integer({ min: 0, max: 10 });

describe('whatever happens to an application', () => {
  it('the used time is never negative, and never more than the time that passed', () => {
    fc.assert(
      fc.property(history, days, moment, (past, workingDays, now) => {
        const { usedWorkingHours, pausedHours } = replayClock(past, workingDays, calendar, now);
        expect(usedWorkingHours).toBeGreaterThanOrEqual(0);
        expect(pausedHours).toBeGreaterThanOrEqual(0);
        // In whole milliseconds: hours are fractions, and the sum of two is rounded otherwise than their whole.
        const counted = Math.round((usedWorkingHours + pausedHours) * hourMs);
        expect(counted).toBeLessThanOrEqual(workingTimeBetween(past[0]?.at ?? now, now, calendar));
      }),
    );
  });

  it('the used time does not grow while the clock is paused', () => {
    fc.assert(
      fc.property(history, days, minutes, (past, workingDays, later) => {
        const last = past.at(-1)?.at ?? at(1, '00:00');
        const first = replayClock(past, workingDays, calendar, last);
        fc.pre(first.state === 'PAUSED');
        const second = replayClock(past, workingDays, calendar, new Date(last.getTime() + later * 60_000));
        expect(second.usedWorkingHours).toBe(first.usedWorkingHours);
      }),
    );
  });

  it('a pause moves the due time later by exactly the working time that it lasted', () => {
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), days, (moments, workingDays) => {
        const [start, pause, resume] = [...moments].sort((one, other) => one.getTime() - other.getTime());
        if (!start || !pause || !resume) throw new Error('Three moments were drawn.');
        const straight = replayClock(steps(['START', start]), workingDays, calendar, resume);
        const paused = replayClock(
          steps(['START', start], ['PAUSE', pause], ['RESUME', resume]),
          workingDays,
          calendar,
          resume,
        );
        const moved = workingTimeBetween(straight.dueAt ?? start, paused.dueAt ?? start, calendar);
        expect(moved).toBe(workingTimeBetween(pause, resume, calendar));
      }),
    );
  });

  it('a replay gives the same clock, and a step told twice or too late changes nothing', () => {
    fc.assert(
      fc.property(history, days, moment, fc.nat(), (past, workingDays, now, pick) => {
        const clock = replayClock(past, workingDays, calendar, now);
        expect(replayClock([...past], workingDays, calendar, now)).toEqual(clock);
        const again = past[pick % Math.max(1, past.length)];
        fc.pre(again !== undefined && past.every((step) => step.at <= now));
        expect(replayClock([...past, again], workingDays, calendar, now)).toEqual(clock);
      }),
    );
  });
});
