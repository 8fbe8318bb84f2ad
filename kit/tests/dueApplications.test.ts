import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type Connection } from 'mongoose';
import { advance, type Happening, type LifecycleStep } from '../application/advance.ts';
import { type ApplicationStore, applicationStore } from '../application/applicationStore.ts';
import { nextDueAt, returnedUntil } from '../application/clock/dueTimes.ts';
import type { ServiceStandard } from '../application/clock/standard.ts';
import { dueApplications } from '../application/dueApplications.ts';
import { type ApplicationFile, fileFields, withFileIndexes } from '../application/file.ts';
import type { LifecycleEvent } from '../application/lifecycle.ts';
import { type Schedule, startSchedule } from '../application/schedule.ts';
import type { ApplicationRules } from '../application/steps.ts';
import type { Log } from '../log.ts';
import { ensureIndexes } from '../mongo.ts';
import { seededFile } from '../sandbox/seededFile.ts';
import { dropAndClose, emptyDatabase } from '../testing/database.ts';

const usual: ServiceStandard = {
  workingDays: 5,
  correctionDays: 14,
  clockStart: 'DOCUMENTS_COMPLETE',
  restartsAfterCorrection: false,
  silentApproval: true,
};
const standards: Readonly<Record<string, ServiceStandard>> = {
  'BY-SILENCE': usual,
  'BY-OFFICE': { ...usual, silentApproval: false },
};
const payableUntil = new Date('2026-06-25T12:00:00+07:00');
const standardOf = ({ serviceCode }: ApplicationFile) => standards[serviceCode] ?? usual;
const rules: ApplicationRules<ApplicationFile> = {
  termsOf: standardOf,
  correctUntil: (file) => returnedUntil(file.steps, standardOf(file)) ?? new Date(0),
  dueAt: (file) => nextDueAt(file.steps, standardOf(file), 'WIB', payableUntil),
};

// A Monday at noon; five working days later it is Monday again.
const monday = new Date('2026-06-22T12:00:00+07:00');
const nextMonday = new Date('2026-06-29T12:00:00+07:00');
const toVerification = ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS'] as const;

let connection: Connection;
let store: ApplicationStore<ApplicationFile>;
beforeAll(async () => {
  connection = await emptyDatabase('due');
  const schema = withFileIndexes(new mongoose.Schema(fileFields, { versionKey: false, autoIndex: false }));
  const model = connection.model<ApplicationFile>('applications', schema as never, 'applications');
  await ensureIndexes(connection);
  store = applicationStore<ApplicationFile, ApplicationFile>({
    model: model as never,
    seal: (file) => file,
    open: (file) => file,
    changed: () => {},
  });
});
afterAll(() => dropAndClose(connection));

const running: Schedule[] = [];
afterEach(async () => {
  for (const schedule of running.splice(0)) await schedule.stop();
});

/** Keeps an application on which all of this happened on Monday. */
async function filed(id: string, events: readonly LifecycleEvent[], serviceCode = 'BY-SILENCE'): Promise<void> {
  const standard = standards[serviceCode] ?? usual;
  const steps: LifecycleStep[] = [];
  for (const event of events) {
    const happening: Happening = { event, at: monday, by: 'officer', note: 'A note.', requirementCodes: ['KTP'] };
    steps.push(advance(steps, happening, standard));
  }
  const file = seededFile({
    _id: id,
    applicantId: 'ctz-due',
    serviceCode,
    channel: 'ONLINE',
    regionCode: '35.10',
    steps,
    pendingAction: null,
    outcome: null,
  });
  await store.add({ ...file, dueAt: rules.dueAt(file) });
}

function start(now: Date): object[] {
  const lines: object[] = [];
  const note = (line: object) => lines.push(line);
  const log = { debug: note, info: note, warn: note, error: note } as unknown as Log;
  const work = [dueApplications(store, rules)];
  running.push(startSchedule({ work, clock: () => now, log, lookEveryMs: 10 }));
  return lines;
}

async function untilNothingIsDue(now: Date): Promise<void> {
  const deadline = performance.now() + 10_000;
  while ((await store.due(now, 1)).length > 0) {
    if (performance.now() > deadline) throw new Error('Something stayed due.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function wayOf(id: string): Promise<(string | undefined)[]> {
  const file = await store.byId(id);
  return [file?.steps.at(-1)?.event, file?.status, file?.dueAt?.toISOString()];
}

/** Counts from now on how many replacements the store was asked for, and how many it made. */
function countReplacements(): { tried: number; made: number } {
  const count = { tried: 0, made: 0 };
  connection.getClient().on('commandSucceeded', ({ commandName, reply }) => {
    if (commandName !== 'update') return;
    count.tried += 1;
    count.made += (reply as { nModified: number }).nModified;
  });
  return count;
}

describe('what comes due with applications', () => {
  it('happens by their state and the standard of their service', async () => {
    await filed('silent', toVerification);
    await filed('late', toVerification, 'BY-OFFICE');
    await filed('returned', [...toVerification, 'RETURN_FOR_CORRECTION']);
    await filed('unpaid', ['SUBMIT', 'FEE_DUE']);
    await filed('waiting', ['SUBMIT']);

    start(nextMonday);
    await untilNothingIsDue(nextMonday);
    expect(await wayOf('silent')).toEqual(['ISSUE', 'ISSUED', undefined]);
    expect(await wayOf('late')).toEqual(['ACCEPT_DOCUMENTS', 'VERIFICATION', undefined]);
    expect(await wayOf('unpaid')).toEqual(['BILLING_LAPSED', 'EXPIRED', undefined]);
    expect(await wayOf('returned')).toEqual(['RETURN_FOR_CORRECTION', 'RETURNED', '2026-07-06T05:00:00.000Z']);
    expect(await wayOf('waiting')).toEqual(['SUBMIT', 'SUBMITTED', undefined]);

    const afterTheDeadline = new Date('2026-07-06T05:00:00Z');
    start(afterTheDeadline);
    await untilNothingIsDue(afterTheDeadline);
    expect(await wayOf('returned')).toEqual(['CORRECTION_LAPSED', 'EXPIRED', undefined]);
  });

  it('happens once, however many processes look after it, and the others are told of it', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `shared-${index}`);
    for (const id of ids) await filed(id, toVerification);
    const replacements = countReplacements();
    const lines = [1, 2, 3].map(() => start(nextMonday));
    await untilNothingIsDue(nextMonday);
    for (const schedule of running.splice(0)) await schedule.stop();
    expect(replacements.made).toBe(ids.length);
    expect(replacements.tried).toBeGreaterThan(ids.length);
    for (const id of ids) {
      const file = await store.byId(id);
      expect(file?.steps.map(({ event }) => event)).toEqual([...toVerification, 'APPROVE_BY_SILENCE', 'ISSUE']);
      expect(file?.telling.after).toEqual(expect.any(Date));
    }
    expect(lines.flat()).toEqual([]);
  });

  it('is looked for through an index', async () => {
    const plan = await connection
      .collection('applications')
      .find({ dueAt: { $lte: nextMonday } })
      .sort({ dueAt: 1, _id: 1 })
      .explain();
    expect(JSON.stringify(plan)).toContain('"IXSCAN"');
  });
});
