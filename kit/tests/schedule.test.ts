import { afterEach, describe, expect, it } from '@jest/globals';
import { advance, type LifecycleStep } from '../application/advance.ts';
import { dueAtOf } from '../application/clock/dueTimes.ts';
import { type DueWork, type Schedule, startSchedule } from '../application/schedule.ts';
import { conflict } from '../errors.ts';
import type { Log } from '../log.ts';

const standard = {
  workingDays: 5,
  clockStart: 'DOCUMENTS_COMPLETE',
  restartsAfterCorrection: false,
  silentApproval: true,
} as const;
// A Monday at noon in western Indonesia; the week after it has no holiday.
const accepted = new Date('2026-06-22T12:00:00+07:00');
const due = new Date('2026-06-29T12:00:00+07:00');

/** An application as a store keeps it: replaced only as it was seen. */
interface Kept {
  readonly steps: readonly LifecycleStep[];
  readonly dueAt: Date | null;
}

/** Keeps applications in memory, and approves them by silence, one database's round trip after they were read. */
class Desk implements DueWork {
  readonly name = 'applications';
  readonly kept = new Map<string, Kept>();
  readonly broken = new Set<string>();
  tries = 0;
  looks = 0;

  accept(...ids: readonly string[]): void {
    for (const id of ids) {
      const steps: LifecycleStep[] = [];
      for (const event of ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS'] as const) {
        steps.push(advance(steps, { event, at: accepted, by: 'officer' }, standard));
      }
      this.kept.set(id, { steps, dueAt: dueAtOf(steps, standard, 'WIB') });
    }
  }

  async due(now: Date, atMost: number): Promise<string[]> {
    this.looks += 1;
    const all = [...this.kept].filter(([, { dueAt }]) => dueAt !== null && dueAt <= now);
    return all.slice(0, atMost).map(([id]) => id);
  }

  async applyDue(id: string, now: Date): Promise<void> {
    this.tries += 1;
    const seen = this.kept.get(id);
    await new Promise((resolve) => setImmediate(resolve));
    if (this.broken.has(id)) throw new Error('The disk is full.');
    if (!seen?.dueAt || seen.dueAt > now) return;
    const steps = [...seen.steps, advance(seen.steps, { event: 'APPROVE_BY_SILENCE', at: now, by: null }, standard)];
    if (this.kept.get(id)?.steps.length !== seen.steps.length) throw conflict('It has moved on.');
    this.kept.set(id, { steps, dueAt: dueAtOf(steps, standard, 'WIB') });
  }

  statusOf(id: string): string | undefined {
    return this.kept.get(id)?.steps.at(-1)?.to;
  }

  approvals(): number[] {
    return [...this.kept.values()].map(({ steps }) => steps.filter(({ to }) => to === 'AUTO_APPROVED').length);
  }
}

const running: Schedule[] = [];
afterEach(async () => {
  for (const schedule of running.splice(0)) await schedule.stop();
});

function start(clock: () => Date, work: readonly DueWork[], atMost = 50): { lines: object[]; schedule: Schedule } {
  const lines: object[] = [];
  const note = (line: object) => lines.push(line);
  const log = { debug: note, info: note, warn: note, error: note } as unknown as Log;
  const schedule = startSchedule({ work, clock, log, lookEveryMs: 2, atMost });
  running.push(schedule);
  return { lines, schedule };
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It did not come to that in time.');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('the schedule', () => {
  it('lets silence approve when the working time is up, and not a moment before', async () => {
    const desk = new Desk();
    desk.accept('one');
    let now = new Date(due.getTime() - 1);
    start(() => now, [desk]);
    await until(() => desk.looks > 5);
    expect(desk.statusOf('one')).toBe('VERIFICATION');
    now = due;
    await until(() => desk.statusOf('one') === 'AUTO_APPROVED');
    expect(desk.kept.get('one')?.dueAt).toBeNull();
  });

  it('does all that is due, however much more than one look takes', async () => {
    const desk = new Desk();
    desk.accept(...Array.from({ length: 40 }, (_, index) => `file ${index}`));
    start(() => due, [desk], 7);
    await until(() => desk.approvals().every((count) => count === 1));
    expect(desk.tries).toBe(40);
  });

  it('may run in several processes: each application is approved once', async () => {
    const desk = new Desk();
    desk.accept(...Array.from({ length: 30 }, (_, index) => `file ${index}`));
    const schedules = [1, 2, 3].map(() => start(() => due, [desk]));
    await until(() => desk.approvals().every((count) => count === 1));
    const looks = desk.looks;
    await until(() => desk.looks > looks + 9);
    expect(desk.approvals()).toEqual(Array(30).fill(1));
    expect(desk.tries).toBeGreaterThan(30);
    // That another process was quicker is no news.
    expect(schedules.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it('goes past what fails, logs it, and tries it again later', async () => {
    const desk = new Desk();
    desk.accept('broken', 'also broken', 'whole', 'whole too');
    desk.broken.add('broken').add('also broken');
    const { lines } = start(() => due, [desk], 1);
    await until(() => desk.statusOf('whole too') === 'AUTO_APPROVED');
    expect(desk.statusOf('whole')).toBe('AUTO_APPROVED');
    expect(desk.statusOf('broken')).toBe('VERIFICATION');
    expect(lines).toMatchObject([
      { id: 'broken', tries: 1, work: 'applications' },
      { id: 'also broken', tries: 1 },
    ]);
    desk.broken.clear();
    await until(() => desk.approvals().every((count) => count === 1));
    expect(desk.tries).toBe(6);
  });

  it('does not look at what fails more often than the pause allows', async () => {
    const desk = new Desk();
    desk.accept('broken');
    desk.broken.add('broken');
    start(() => due, [desk]);
    await until(() => desk.looks > 50);
    expect(desk.tries).toBe(1);
  });

  it('goes on with one kind of work while another cannot be found', async () => {
    const desk = new Desk();
    desk.accept('one');
    const away: DueWork = {
      name: 'billing codes',
      due: () => Promise.reject(new Error('No database.')),
      applyDue: async () => {},
    };
    const { lines } = start(() => due, [away, desk]);
    await until(() => desk.statusOf('one') === 'AUTO_APPROVED');
    expect(lines[0]).toMatchObject({ work: 'billing codes' });
  });

  it('stops when what it is doing is done, and does nothing after that', async () => {
    const desk = new Desk();
    desk.accept(...Array.from({ length: 20 }, (_, index) => `file ${index}`));
    let started = 0;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow: DueWork = {
      name: 'applications',
      due: (now, atMost) => desk.due(now, atMost),
      applyDue: async (id, now) => {
        started += 1;
        await held;
        await desk.applyDue(id, now);
      },
    };
    const { schedule } = start(() => due, [slow]);
    await until(() => started === 1);
    const stopped = schedule.stop();
    letGo();
    await stopped;
    const { looks } = desk;
    expect(desk.approvals().filter((count) => count === 1)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([started, desk.looks]).toEqual([1, looks]);
  });
});
