import { Bell } from '../bell.ts';
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../time.ts';

/** Something of an agency that comes due: what, and what happens then. */
export interface DueWork {
  /** What it is, for the log: `applications`. */
  readonly name: string;
  /** The ids of what is due, longest due first. */
  due(now: Date, atMost: number): Promise<readonly string[]>;
  /**
   * Does what is due with one of them, guarded by what it was seen to be; nothing when it is not due any more.
   *
   * @throws CONFLICT when somebody was quicker, such as another process with the same schedule
   */
  applyDue(id: string, now: Date): Promise<void>;
}

export interface ScheduleOptions {
  readonly work: readonly DueWork[];
  readonly clock: Clock;
  readonly log: Log;
  /** How often it looks. */
  readonly lookEveryMs: number;
  /** How many it does before it looks at the clock again. */
  readonly atMost?: number;
}

export interface Schedule {
  /** Ends when what it is doing is done. */
  stop(): Promise<void>;
}

const usualAtMost = 50;
const firstRetryMs = 1_000;
const longestRetryMs = 600_000;
/** Somebody being quicker is no news; the same refusal again and again is. */
const conflictsUntilTold = 3;

interface Failure {
  readonly tries: number;
  /** By the machine's clock, in milliseconds: a clock that was moved neither hurries nor delays it. */
  readonly retryAt: number;
}

/**
 * Does what comes due in an agency, as its clock says. Several processes may run the same schedule: each change is guarded
 * by the state it was seen in, so that one of them makes it. What fails is logged and tried again, later each time, and
 * holds nothing else up.
 */
export function startSchedule(options: ScheduleOptions): Schedule {
  const stopping = new AbortController();
  const bell = new Bell();
  const tasks = options.work.map((work) => ({ work, failures: new Map<string, Failure>() }));

  const run = async () => {
    while (!stopping.signal.aborted) {
      let more = false;
      for (const task of tasks) {
        if (await lookAfter(task, options, stopping.signal)) more = true;
      }
      if (!more) await bell.heard(options.lookEveryMs);
    }
  };
  const ended = run();

  return {
    async stop() {
      stopping.abort();
      bell.ring();
      await ended;
    },
  };
}

/** Looks once, and does what is due. @returns whether more is due already */
async function lookAfter(
  { work, failures }: { readonly work: DueWork; readonly failures: Map<string, Failure> },
  { clock, log, atMost = usualAtMost }: ScheduleOptions,
  stopping: AbortSignal,
): Promise<boolean> {
  const now = clock();
  // What keeps failing is the longest due; it must not take the place of what follows.
  const limit = atMost + failures.size;
  let ids: readonly string[];
  try {
    ids = await work.due(now, limit);
  } catch (err) {
    log.warn({ err, work: work.name }, 'What is due could not be found; it is looked for again');
    return false;
  }
  if (ids.length < limit) forgetAllBut(ids, failures);

  let done = 0;
  for (const id of ids) {
    if (stopping.aborted) return false;
    if ((failures.get(id)?.retryAt ?? 0) > performance.now()) continue;
    try {
      await work.applyDue(id, now);
      failures.delete(id);
      done += 1;
    } catch (err) {
      noteFailure(id, err, { work, failures, log });
    }
  }
  return done > 0 && ids.length === limit;
}

function forgetAllBut(ids: readonly string[], failures: Map<string, Failure>): void {
  const due = new Set(ids);
  for (const id of failures.keys()) if (!due.has(id)) failures.delete(id);
}

function noteFailure(
  id: string,
  err: unknown,
  { work, failures, log }: { readonly work: DueWork; readonly failures: Map<string, Failure>; readonly log: Log },
): void {
  const tries = (failures.get(id)?.tries ?? 0) + 1;
  const pauseMs = Math.min(firstRetryMs * 2 ** (tries - 1), longestRetryMs);
  failures.set(id, { tries, retryAt: performance.now() + pauseMs });
  const wasQuicker = err instanceof ServiceError && err.extensions['code'] === 'CONFLICT';
  if (wasQuicker && tries < conflictsUntilTold) return;
  log.warn({ err, work: work.name, id, tries }, 'What is due could not be done; it is tried again');
}
