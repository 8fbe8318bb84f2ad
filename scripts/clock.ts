import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { moveClock, movedBy, movedClock, parseMove, resetClock } from '#kit/sandbox/movedClock.ts';
import { setting } from '#kit/setting.ts';
import { clockFile, dataDirectory } from './dataDirectory.ts';

/**
 * Moves the time of a local platform, also while it runs, so that due times come: `npm run clock -- +5d` (days, `h` hours,
 * `m` minutes, added to what was moved before), `-- reset`, `-- show`.
 */
if (setting('NODE_ENV', z.string().optional()) === 'production') {
  throw new Error('In production the time is the real one.');
}
const file = clockFile(dataDirectory());
const wish = process.argv[2] ?? 'show';
const byMs = parseMove(wish);

if (byMs !== null) {
  mkdirSync(dataDirectory(), { recursive: true, mode: 0o700 });
  moveClock(file, byMs);
} else if (wish === 'reset') {
  resetClock(file);
} else if (wish !== 'show') {
  throw new Error(`\`${wish}\` moves no clock. Write +5d, +3h or +30m, reset, or show.`);
}

const hours = movedBy(file) / 3_600_000;
const ahead =
  hours === 0 ? 'the real time' : `${Math.floor(hours / 24)} days and ${(hours % 24).toFixed(1)} hours ahead`;
console.log(`The platform's time is ${movedClock(file)().toISOString()}, ${ahead}.`);
