import type { SlaEffect } from '../lifecycle.ts';
import { afterWorkingTime, calendarOf, hoursPerDay, type WorkingCalendar, workingTimeBetween } from './workingTime.ts';

const hourMs = 3_600_000;

export type SlaState = 'NOT_STARTED' | 'RUNNING' | 'PAUSED' | 'STOPPED';

/** The clock of a service standard, as it stands at one moment. */
export interface SlaClock {
  readonly workingDays: number;
  readonly state: SlaState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly usedWorkingHours: number;
  readonly pausedHours: number;
  readonly breached: boolean;
}

export interface ClockStep {
  readonly sequence: number;
  readonly at: Date;
  readonly slaEffect: SlaEffect;
}

interface Reading {
  readonly state: SlaState;
  readonly startedAt: Date | null;
  /** Until when time has been counted. */
  readonly countedTo: Date | null;
  readonly usedMs: number;
  readonly pausedMs: number;
}

const notStarted: Reading = { state: 'NOT_STARTED', startedAt: null, countedTo: null, usedMs: 0, pausedMs: 0 };

/** The clock of an application that a region's office decides: that of {@link replayClock} by the office's calendar. */
export function clockOf(steps: readonly ClockStep[], workingDays: number, regionCode: string, now: Date): SlaClock {
  return replayClock(steps, workingDays, calendarOf(regionCode), now);
}

/**
 * Replays the steps of an application: how much of the promised time the office has used, and until when it has to be
 * done. While it is the applicant's turn the clock is paused, and the due time moves later by the working time that
 * passes. The clock depends on nothing but its arguments, so that a replay always gives the same.
 *
 * @param steps a step that was told twice, or comes after a later one, changes nothing
 */
export function replayClock(
  steps: readonly ClockStep[],
  workingDays: number,
  calendar: WorkingCalendar,
  now: Date,
): SlaClock {
  let reading = notStarted;
  let sequence = 0;
  for (const step of steps) {
    if (step.sequence <= sequence || step.at > now) continue;
    sequence = step.sequence;
    reading = take(countTo(reading, step.at, calendar), step);
  }
  reading = countTo(reading, now, calendar);

  const allowedMs = workingDays * hoursPerDay * hourMs;
  return {
    workingDays,
    state: reading.state,
    startedAt: reading.startedAt,
    dueAt: reading.startedAt && afterWorkingTime(reading.startedAt, allowedMs + reading.pausedMs, calendar),
    usedWorkingHours: reading.usedMs / hourMs,
    pausedHours: reading.pausedMs / hourMs,
    breached: reading.usedMs > allowedMs,
  };
}

function countTo(reading: Reading, moment: Date, calendar: WorkingCalendar): Reading {
  const { state, countedTo } = reading;
  if (countedTo === null || state === 'STOPPED' || moment <= countedTo) return reading;
  const passed = workingTimeBetween(countedTo, moment, calendar);
  return {
    ...reading,
    countedTo: moment,
    usedMs: reading.usedMs + (state === 'RUNNING' ? passed : 0),
    pausedMs: reading.pausedMs + (state === 'PAUSED' ? passed : 0),
  };
}

function take(reading: Reading, { slaEffect, at }: ClockStep): Reading {
  switch (slaEffect) {
    case 'START':
      return reading.state === 'NOT_STARTED' ? { ...reading, state: 'RUNNING', startedAt: at, countedTo: at } : reading;
    case 'PAUSE':
      return reading.state === 'RUNNING' ? { ...reading, state: 'PAUSED' } : reading;
    case 'RESUME':
      return reading.state === 'PAUSED' ? { ...reading, state: 'RUNNING' } : reading;
    case 'RESTART':
      return reading.state === 'STOPPED'
        ? reading
        : { state: 'RUNNING', startedAt: at, countedTo: at, usedMs: 0, pausedMs: 0 };
    case 'STOP':
      return { ...reading, state: 'STOPPED' };
    case 'NONE':
      return reading;
  }
}
