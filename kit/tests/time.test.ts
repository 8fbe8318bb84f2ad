import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { moveClock, movedBy, movedClock, parseMove, resetClock } from '../sandbox/movedClock.ts';
import { fixSetting, SettingError } from '../setting.ts';
import { machineClock, processClock } from '../time.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mpp-clock-'));
  file = join(folder, 'moved-clock.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  fixSetting('SANDBOX_CLOCK', '');
  fixSetting('NODE_ENV', 'test');
});

/** How far a clock is ahead of the machine's, to the second. */
function secondsAhead(clock: () => Date): number {
  return Math.round((clock().getTime() - Date.now()) / 1_000);
}

describe('a clock that development moves', () => {
  it('is the real one until it is moved', () => {
    expect(secondsAhead(movedClock(file))).toBe(0);
  });

  it('goes on from where it was moved to, and moves add up', () => {
    moveClock(file, 5 * dayMs);
    expect(secondsAhead(movedClock(file))).toBe((5 * dayMs) / 1_000);
    expect(moveClock(file, 3 * hourMs)).toBe(5 * dayMs + 3 * hourMs);
    expect(secondsAhead(movedClock(file))).toBe((5 * dayMs + 3 * hourMs) / 1_000);
  });

  it('is seen to be moved, and set back, by what runs already', async () => {
    const clock = movedClock(file);
    expect(secondsAhead(clock)).toBe(0);
    moveClock(file, dayMs);
    await wait(300);
    expect(secondsAhead(clock)).toBe(dayMs / 1_000);
    resetClock(file);
    await wait(300);
    expect(secondsAhead(clock)).toBe(0);
  });

  it('stays as it was while its file cannot be read, but does not start with one', async () => {
    moveClock(file, dayMs);
    const clock = movedClock(file);
    writeFileSync(file, '{"movedByMs": "soon"}');
    await wait(300);
    expect(secondsAhead(clock)).toBe(dayMs / 1_000);
    expect(() => movedClock(file)).toThrow('does not say how far the clock is moved');
    resetClock(file);
    expect(movedBy(file)).toBe(0);
  });
});

describe('a move', () => {
  it('is so many days, hours or minutes ahead', () => {
    expect(['+5d', '+3h', '+30m'].map(parseMove)).toEqual([5 * dayMs, 3 * hourMs, hourMs / 2]);
  });

  it('is never back, and never guessed', () => {
    expect(['-1d', '5d', '+d', '+5', '+5 d', '+1.5d', '+99999d', 'tomorrow', ''].map(parseMove)).toEqual(
      Array(9).fill(null),
    );
  });
});

describe('the clock of a process', () => {
  it('is that of the machine where no sandbox says otherwise', () => {
    expect(processClock()).toBe(machineClock);
  });

  it('is the moved one of a sandbox', () => {
    moveClock(file, 2 * dayMs);
    fixSetting('SANDBOX_CLOCK', file);
    expect(secondsAhead(processClock())).toBe((2 * dayMs) / 1_000);
  });

  it('cannot be moved in production', () => {
    fixSetting('SANDBOX_CLOCK', file);
    fixSetting('NODE_ENV', 'production');
    expect(() => processClock()).toThrow(SettingError);
  });
});
