import { describe, expect, it } from '@jest/globals';
import { Room } from '../admit/room.ts';

const limits = { first: 100, least: 10, most: 200, slow: { times: 4, fromMs: 40, atMostMs: 200 } };

/** A stretch in which so many were under way at most, and answers took these times. */
function next(room: Room, peak: number, times: readonly number[]): number {
  room.entered(peak);
  for (const ms of times) room.answered(ms);
  room.conclude();
  return room.size;
}
const times = (count: number, ms: number) => Array.from({ length: count }, () => ms);

describe('the room of a gateway', () => {
  it('becomes less than what was under way when even the fastest answers are slow', () => {
    const room = new Room(limits);
    expect(next(room, 60, times(20, 300))).toBe(42);
    for (let stretch = 0; stretch < 10; stretch += 1) next(room, room.size, times(20, 300));
    expect(room.size).toBe(limits.least);
  });

  it('becomes less when the fastest answers take several times what is usual', () => {
    const room = new Room(limits);
    next(room, 30, times(20, 15));
    expect(next(room, 60, times(20, 59))).toBe(111);
    expect(next(room, 60, times(20, 70))).toBe(42);
  });

  it('is not a crowd when answers are a little slower, or as slow as they have been for long', () => {
    const room = new Room(limits);
    next(room, 30, times(20, 5));
    expect(next(room, 30, times(20, 39))).toBe(limits.first);
    for (let stretch = 0; stretch < 400; stretch += 1) next(room, limits.least, times(20, 150));
    const size = room.size;
    expect(next(room, 30, times(20, 150))).toBeGreaterThanOrEqual(size);
  });

  it('is a crowd for as long as it stays', () => {
    const room = new Room(limits);
    next(room, 10, times(20, 15));
    for (let stretch = 0; stretch < 400; stretch += 1) next(room, 60, times(20, 70));
    expect(room.size).toBe(limits.least);
  });

  it('stays for the others when an agency is silent', () => {
    const room = new Room(limits);
    expect(next(room, 90, [...times(60, 2_000), ...times(30, 10)])).toBeGreaterThanOrEqual(limits.first);
  });

  it('grows while it is used and answers are fast, up to the most', () => {
    const room = new Room(limits);
    for (let stretch = 0; stretch < 10; stretch += 1) next(room, room.size, times(20, 10));
    expect(room.size).toBe(limits.most);
  });

  it('does not grow for a few, nor shrink for what a few had to wait', () => {
    const room = new Room(limits);
    expect(next(room, 5, times(100, 10))).toBe(limits.first);
    expect(next(room, 5, times(3, 5_000))).toBe(limits.first);
  });
});
