import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { movedClock } from '#kit/sandbox/movedClock.ts';
import { environmentWith } from '#kit/setting.ts';
import { clockFile } from '../scripts/dataDirectory.ts';
import { runSource } from '../scripts/runSource.ts';

const directory = mkdtempSync(join(tmpdir(), 'mpp-data-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs `npm run clock -- <wish>` on a data directory of its own. */
async function clock(wish: string, settings: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  const env = environmentWith({ DATA_DIR: directory, ...settings });
  const child = runSource('scripts/clock.ts', [wish], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  const code = await new Promise<number>((resolve) => child.once('close', resolve));
  return { code, output };
}

const daysAhead = () => (movedClock(clockFile(directory))().getTime() - Date.now()) / 86_400_000;

describe('npm run clock', () => {
  it('moves the time of the platform, shows it, and sets it back', async () => {
    expect((await clock('+5d')).output).toContain('5 days and 0.0 hours ahead');
    expect(daysAhead()).toBeCloseTo(5, 3);
    expect((await clock('show')).output).toContain('5 days and 0.0 hours ahead');
    expect((await clock('reset')).output).toContain('the real time');
    expect(daysAhead()).toBeCloseTo(0, 3);
  });

  it('moves nothing for a wish that it does not understand', async () => {
    const { code, output } = await clock('yesterday');
    expect([code, daysAhead() < 0.001]).toEqual([1, true]);
    expect(output).toContain('`yesterday` moves no clock');
  });

  it('is refused in production', async () => {
    const { code, output } = await clock('+5d', { NODE_ENV: 'production' });
    expect([code, daysAhead() < 0.001]).toEqual([1, true]);
    expect(output).toContain('In production the time is the real one.');
  });
});
