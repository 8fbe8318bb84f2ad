import { setTimeout as setTimeoutAsPromised } from 'node:timers/promises';
import { Bell } from '../bell.ts';
import type { Log } from '../log.ts';
import { announced } from './advance.ts';
import type { AnnouncedDocument, ApplicationAnnouncement } from './announcement.ts';
import type { AnnouncementDelivery } from './delivery.ts';
import type { ApplicationFile } from './file.ts';

/** After so many refusals an announcement is set aside, so that it does not hold the others up. */
export const triesUntilParked = 5;

const perDelivery = 50;

/** How fast an outbox goes about it, in milliseconds. */
export interface OutboxPace {
  /** How often it looks for what another process changed. */
  readonly lookEveryMs: number;
  /** How long it waits after the receiver was away; doubles up to the longest. */
  readonly shortestPauseMs: number;
  readonly longestPauseMs: number;
  /** How long after a refusal the same is told again; doubles with each. */
  readonly firstRetryMs: number;
}

const usualPace: OutboxPace = {
  lookEveryMs: 1_000,
  shortestPauseMs: 250,
  longestPauseMs: 10_000,
  firstRetryMs: 1_000,
};

/** What an outbox has to be told, and where it notes what came of it. */
export interface OutboxStore {
  /** Applications that the others have not been told of as they are now, longest waiting first. */
  waiting(now: Date, atMost: number): Promise<readonly ApplicationFile[]>;
  /** Brings the records that rest on the application in line with it; does nothing the second time. */
  settle(application: ApplicationFile): Promise<void>;
  /** Notes that all was told, if the application has not changed since. */
  markTold(id: string, sequence: number): Promise<void>;
  /** Notes a refusal, if the application has not changed since. @param after when to try again; null for never */
  markRefused(id: string, sequence: number, tries: number, after: Date | null): Promise<void>;
  /** What has not been told, for somebody who looks after it; the parked ones by their number, up to a hundred. */
  untold(): Promise<Untold>;
  /** Lets what was parked be told again. @returns whether it was parked */
  tellAgain(id: string): Promise<boolean>;
}

export interface Untold {
  /** How many wait, or are tried again later. */
  readonly waiting: number;
  /** Since when the first of them is due; null when none waits. */
  readonly waitingSince: Date | null;
  readonly parked: readonly { readonly id: string; readonly sequence: number; readonly tries: number }[];
}

export interface OutboxOptions {
  readonly agency: string;
  readonly typeName: string;
  readonly store: OutboxStore;
  readonly delivery: AnnouncementDelivery;
  /** The documents that were handed in with each application; left out where none can be. */
  readonly documentsOf?: DocumentsOf | undefined;
  readonly log: Log;
  readonly pace?: OutboxPace;
}

/** Looks up documents by the ids of applications. */
export type DocumentsOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly AnnouncedDocument[]>>;

export interface Outbox {
  /** Says that there is something new, so that it is told now. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Tells the inbox of every application that changed: at least once, and never an older state after a newer one. An
 * announcement carries all steps so far, so that what comes twice or late changes nothing. What is refused again and
 * again is parked and logged; while the receiver is away nothing is counted as refused.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { delivery, log, pace = usualPace } = options;
  const stopping = new AbortController();
  const bell = new Bell();
  let failures = 0;

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        while (!stopping.signal.aborted && (await tellSome(options)));
        failures = 0;
        await bell.heard(pace.lookEveryMs);
      } catch (err) {
        if (stopping.signal.aborted) return;
        failures += 1;
        log.warn({ err }, 'The inbox could not be told of applications; it is told again later');
        // News does not shorten this pause: it is the receiver, or the store, that is away.
        const pause = Math.min(pace.shortestPauseMs * 2 ** failures, pace.longestPauseMs);
        await setTimeoutAsPromised(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
  };
  const ended = run();

  return {
    wake: () => bell.ring(),
    async stop() {
      stopping.abort();
      bell.ring();
      await delivery.stop();
      await ended;
    },
  };
}

/** Tells what waits, up to some. @returns whether anything waited @throws when the receiver or the store is away */
async function tellSome(options: OutboxOptions): Promise<boolean> {
  const { store, delivery } = options;
  const waiting = await store.waiting(new Date(), perDelivery);
  if (waiting.length === 0) return false;
  const refusals = new Map<string, string>();
  const settled: ApplicationFile[] = [];
  for (const file of waiting) {
    await store.settle(file).then(
      () => settled.push(file),
      (err: unknown) => {
        options.log.warn({ err, application: file._id }, 'What rests on an application could not be brought in line');
        refusals.set(file._id, 'What rests on it could not be brought in line.');
      },
    );
  }
  if (settled.length > 0) {
    const documents = await options.documentsOf?.(settled.map(({ _id }) => _id));
    const told = settled.map((file) => announcementOf(file, options, documents?.get(file._id)));
    for (const { id, reason } of await delivery.deliver(told)) {
      refusals.set(id, reason);
    }
  }
  await Promise.all(waiting.map((file) => note(options, file, refusals.get(file._id))));
  return true;
}

async function note(options: OutboxOptions, file: ApplicationFile, reason: string | undefined): Promise<void> {
  const { store, log, pace = usualPace } = options;
  const { _id, sequence } = file;
  if (reason === undefined) return store.markTold(_id, sequence);
  const tries = file.telling.tries + 1;
  const isParked = tries >= triesUntilParked;
  const words = isParked ? 'An announcement was parked: the inbox keeps refusing it' : 'An announcement was refused';
  log[isParked ? 'error' : 'warn']({ application: _id, sequence, tries, reason }, words);
  const after = isParked ? null : new Date(Date.now() + pace.firstRetryMs * 2 ** (tries - 1));
  return store.markRefused(_id, sequence, tries, after);
}

/** What others are told of an application: the envelope, never by whom it was decided, and nothing of its contents. */
export function announcementOf(
  file: ApplicationFile,
  { agency, typeName }: Pick<OutboxOptions, 'agency' | 'typeName'>,
  documents: readonly AnnouncedDocument[] = [],
): ApplicationAnnouncement {
  const { pendingAction, billingCode, outcome } = file;
  return {
    id: file._id,
    typeName,
    agency,
    serviceCode: file.serviceCode,
    applicantId: file.applicantId,
    submittedById: file.submittedById,
    channel: file.channel,
    regionCode: file.regionCode,
    steps: file.steps.map(announced),
    ...(pendingAction ? { pendingAction } : {}),
    ...(billingCode ? { billingCode } : {}),
    ...(documents.length > 0 ? { documents } : {}),
    ...(outcome ? { outcome } : {}),
  };
}
