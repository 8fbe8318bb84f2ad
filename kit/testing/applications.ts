import mongoose, { type Connection } from 'mongoose';
import { type ApplicationStore, applicationStore } from '../application/applicationStore.ts';
import { type ApplicationFile, fileFields, withFileIndexes } from '../application/file.ts';
import type { ApplicationRules } from '../application/steps.ts';
import {
  type ApplicationDesk,
  type NewApplication,
  type Submission,
  submitApplication,
} from '../application/submit.ts';
import type { Log } from '../log.ts';
import { ensureIndexes } from '../mongo.ts';
import { asCitizen } from './builders.ts';
import { dropAndClose, emptyDatabase } from './database.ts';

/** The applications of an agency that knows nothing of its own about them, in a database of their own. */
export interface TestApplications {
  readonly connection: Connection;
  readonly store: ApplicationStore<ApplicationFile>;
  readonly rules: ApplicationRules<ApplicationFile>;
  /** The desk that a citizen submits at. */
  deskFor(citizen: string, now?: Date): ApplicationDesk<ApplicationFile>;
  /** Submits under a key, and gives the application. */
  submit(
    citizen: string,
    key: string,
    more?: Partial<Submission<ApplicationFile>>,
    now?: Date,
  ): Promise<ApplicationFile>;
  /** What was rung for: how often the outbox was told of a change. */
  readonly rings: { count: number };
  stop(): Promise<void>;
}

/** An application as the form of an agency fills it. */
export function filledFor(applicantId: string): NewApplication<ApplicationFile> {
  return { applicantId, serviceCode: 'TAX-CLEARANCE-LETTER', regionCode: '35.10', documentIds: [] };
}

/** Makes the database, its indexes and the store. @param settle see OutboxStore */
export async function someApplications(
  name: string,
  settle?: (file: ApplicationFile) => Promise<void>,
): Promise<TestApplications> {
  const connection = await emptyDatabase(name);
  const schema = withFileIndexes(new mongoose.Schema(fileFields, { versionKey: false, autoIndex: false }));
  const model = connection.model<ApplicationFile>('applications', schema as never, 'applications');
  await ensureIndexes(connection);
  const rings = { count: 0 };
  const store = applicationStore<ApplicationFile, ApplicationFile>({
    model: model as never,
    seal: (file) => file,
    open: (file) => file,
    changed: () => {
      rings.count += 1;
    },
    ...(settle ? { settle } : {}),
  });
  const rules: ApplicationRules<ApplicationFile> = {
    termsOf: () => ({ clockStart: 'SUBMITTED', restartsAfterCorrection: false, silentApproval: false }),
    correctUntil: () => new Date('2026-12-01T00:00:00Z'),
    dueAt: () => null,
  };
  const deskFor: TestApplications['deskFor'] = (citizen, now = new Date()) => ({
    store,
    rules,
    principal: asCitizen(citizen),
    now,
  });
  return {
    connection,
    store,
    rules,
    rings,
    deskFor,
    async submit(citizen, key, more = {}, now) {
      const usual = { operation: 'submit', idempotencyKey: key, input: { service: 'clearance' } };
      const fill = async () => filledFor(citizen);
      const file = await submitApplication(deskFor(citizen, now), { ...usual, fill, ...more });
      if (!file) throw new Error('It was only checked.');
      return file;
    },
    stop: () => dropAndClose(connection),
  };
}

/** A log that keeps its lines, by level. */
export function keptLog(): { readonly log: Log; readonly lines: { level: string; line: object; words: string }[] } {
  const lines: { level: string; line: object; words: string }[] = [];
  const at = (level: string) => (line: object, words: string) => lines.push({ level, line, words });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } as unknown as Log;
  return { log, lines };
}

/** Waits until something holds. @throws Error when it does not within ten seconds */
export async function until(holds: () => boolean | Promise<boolean>, what: string, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It did not come to pass that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
