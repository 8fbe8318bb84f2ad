import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** A clock that was moved is seen to be so within this time. */
const rereadAfterMs = 250;
const move = z.object({ movedByMs: z.number().int().min(0) });
const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const moveForm = /^\+(\d{1,4})([dhm])$/;

/**
 * A clock that is ahead of the machine's by what a file says. Once it runs, a file that cannot be read leaves it as it was.
 *
 * @throws Error when something else stands in the file
 */
export function movedClock(file: string): () => Date {
  let movedByMs = movedBy(file);
  let readAt = performance.now();
  return () => {
    if (performance.now() - readAt > rereadAfterMs) {
      readAt = performance.now();
      try {
        movedByMs = movedBy(file);
      } catch {}
    }
    return new Date(Date.now() + movedByMs);
  };
}

/**
 * How far a file moves the clocks that go by it, in milliseconds; 0 while there is none.
 *
 * @throws Error when something else stands in the file
 */
export function movedBy(file: string): number {
  const text = textOf(file);
  if (text === null) return 0;
  try {
    return move.parse(JSON.parse(text)).movedByMs;
  } catch {
    throw new Error(`${file} does not say how far the clock is moved. \`npm run clock -- reset\` removes it.`);
  }
}

/** Moves the clocks that go by a file further. @returns how far they are moved now, in milliseconds */
export function moveClock(file: string, byMs: number): number {
  const movedByMs = movedBy(file) + byMs;
  // Written beside and renamed, so that no process reads half of it.
  writeFileSync(`${file}.new`, JSON.stringify({ movedByMs }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return movedByMs;
}

/** Sets the clocks that go by a file back to the machine's time. What happened by the moved time stays as it happened. */
export function resetClock(file: string): void {
  rmSync(file, { force: true });
}

/** How far `+5d`, `+3h` or `+30m` moves a clock, in milliseconds; null for anything else. Time runs one way only. */
export function parseMove(text: string): number | null {
  const [, count, unit] = moveForm.exec(text) ?? [];
  return count && unit ? Number(count) * unitMs[unit as keyof typeof unitMs] : null;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}
