import { describe, expect, it } from '@jest/globals';
import {
  averageWaitMinutes,
  estimatedCallAt,
  type LineTicket,
  positionOf,
  slotsLeft,
  ticketsPerSlot,
  waitingLine,
  weekDayOf,
} from '../rules/queue.ts';

function at(time: string): Date {
  return new Date(`2026-11-24T${time}:00Z`);
}

function ticket(_id: string, facts: Partial<LineTicket> = {}): LineTicket {
  return { _id, slot: '09:00', status: 'CHECKED_IN', checkedInAt: at('01:55'), calledAt: null, ...facts };
}

describe('the line of a mall', () => {
  it('goes by the booked time, then by who came first', () => {
    const line = [
      ticket('late', { slot: '09:30' }),
      ticket('second', { checkedInAt: at('01:58') }),
      ticket('first'),
      ticket('not here yet', { status: 'BOOKED', checkedInAt: null }),
    ];
    expect(waitingLine(line).map(({ _id }) => _id)).toEqual(['first', 'second', 'late']);
    expect(positionOf('second', line)).toBe(2);
    expect(positionOf('not here yet', line)).toBeNull();
  });

  it('tells how long people waited, by those who were called', () => {
    const called = [
      ticket('a', { status: 'SERVED', checkedInAt: at('01:00'), calledAt: at('01:10') }),
      ticket('b', { status: 'CALLED', checkedInAt: at('01:00'), calledAt: at('01:21') }),
      ticket('c'),
    ];
    expect(averageWaitMinutes(called)).toBe(16);
    expect(averageWaitMinutes([ticket('c')])).toBeNull();
  });

  it('estimates the call by the pace of the day', () => {
    const called = ['01:00', '01:10', '01:20'].map((time) => ticket(time, { status: 'SERVED', calledAt: at(time) }));
    expect(estimatedCallAt(3, called, at('01:20'))).toEqual(at('01:50'));
    expect(estimatedCallAt(1, [], at('01:20'))).toEqual(at('01:28'));
  });
});

describe('the times that can be booked', () => {
  const openingHours = [{ day: 'TUESDAY', opens: '08:00', closes: '10:00' }] as const;
  const request = {
    date: '2026-11-24',
    openingHours,
    booked: [],
    localNow: '2026-11-23T12:00',
    isHoliday: false,
  } as const;

  it('are the half hours between opening and closing', () => {
    expect(slotsLeft(request)).toEqual(
      ['08:00', '08:30', '09:00', '09:30'].map((start) => ({ start, left: ticketsPerSlot })),
    );
  });

  it('leave out what is booked, but not what was cancelled', () => {
    const booked = [
      ...Array.from({ length: ticketsPerSlot }, () => ({ slot: '08:00', status: 'BOOKED' as const })),
      { slot: '08:30', status: 'BOOKED' as const },
      { slot: '09:00', status: 'CANCELLED' as const },
    ];
    expect(slotsLeft({ ...request, booked })).toEqual([
      { start: '08:30', left: ticketsPerSlot - 1 },
      { start: '09:00', left: ticketsPerSlot },
      { start: '09:30', left: ticketsPerSlot },
    ]);
  });

  it('leave out what is over, closed days, holidays, and days too far ahead', () => {
    const starts = (change: Partial<Parameters<typeof slotsLeft>[0]>) =>
      slotsLeft({ ...request, ...change }).map(({ start }) => start);
    expect(starts({ localNow: '2026-11-24T08:45' })).toEqual(['09:00', '09:30']);
    expect(starts({ localNow: '2026-11-25T00:00' })).toEqual([]);
    expect(starts({ date: '2026-11-25' })).toEqual([]);
    expect(starts({ isHoliday: true })).toEqual([]);
    expect(starts({ localNow: '2026-10-01T08:00' })).toEqual([]);
  });

  it('go by the weekday of the calendar', () => {
    expect(weekDayOf('2026-11-24')).toBe('TUESDAY');
    expect(weekDayOf('2026-11-22')).toBe('SUNDAY');
  });
});
