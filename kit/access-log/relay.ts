import type { KeyObject } from 'node:crypto';
import { setTimeout as setTimeoutAsPromised } from 'node:timers/promises';
import { Bell } from '../bell.ts';
import type { Log } from '../log.ts';
import type { AccessBatch } from './entry.ts';
import { relayedForm, signRelayed } from './relayed.ts';
import type { ChainStore } from './store.ts';

const batchesPerPost = 50;
/** What is told at once stays far below what the receiver takes; a batch is never told in part. */
const entriesPerPost = 2_000;
const bytesPerPost = 2_000_000;
/** So many refusals in a row are no accident: somebody has to look. */
const refusalsUntilError = 3;
/** How often it looks for batches that another process wrote. */
const lookEveryMs = 2_000;
const shortestPauseMs = 500;
const longestPauseMs = 30_000;
const answerWithinMs = 5_000;
const receiver = 'citizens';

export interface RelayOptions {
  readonly agency: string;
  readonly store: Pick<ChainStore, 'next' | 'relayedUpTo' | 'markRelayed'>;
  readonly signingKey: KeyObject;
  readonly url: string;
  readonly log: Log;
}

export interface Relay {
  /** Says that there is something new, so that the citizen sees it now. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Tells the citizens' view what stands in an agency's access log: batch by batch from where it had got to, at least
 * once. What was not taken is told again, with a growing pause; the receiver knows a batch that it has.
 */
export function startRelay(options: RelayOptions): Relay {
  const stopping = new AbortController();
  const bell = new Bell();
  let failures = 0;
  let refusals = 0;
  let atOnce = batchesPerPost;

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        while (await tellNext(options, atOnce, stopping.signal)) {
          failures = 0;
          refusals = 0;
        }
        failures = 0;
        atOnce = batchesPerPost;
        await bell.heard(lookEveryMs);
      } catch (err) {
        if (stopping.signal.aborted) return;
        failures += 1;
        if (err instanceof Refused) {
          refusals += 1;
          // Down to the one batch that is refused; all goes at once again only when nothing waits any more.
          atOnce = Math.ceil(err.batches / 4);
        }
        if (err instanceof Refused && refusals >= refusalsUntilError) {
          options.log.error({ err }, "The citizens' view refuses what the access log tells; citizens are not told");
        } else {
          options.log.warn({ err }, 'The access log could not be told to the citizens; it is told again later');
        }
        // News does not shorten this pause: it is the receiver that is away.
        await sleep(Math.min(shortestPauseMs * 2 ** failures, longestPauseMs), stopping.signal);
      }
    }
  };
  const ended = run();

  return {
    wake: () => bell.ring(),
    async stop() {
      stopping.abort();
      bell.ring();
      await ended;
    },
  };
}

async function sleep(ms: number, stopping: AbortSignal): Promise<void> {
  await setTimeoutAsPromised(ms, undefined, { signal: stopping, ref: false }).catch(() => {});
}

/** Thrown when the receiver will not take what it was told: telling the same again does not help. */
class Refused extends Error {
  override readonly name = 'Refused';
  /** How many batches it was told at once. */
  readonly batches: number;

  constructor(message: string, batches: number) {
    super(message);
    this.batches = batches;
  }
}

/** Tells the next batches. @returns whether there were any @throws when they were not taken */
async function tellNext(
  { agency, store, signingKey, url }: RelayOptions,
  atMost: number,
  stopping: AbortSignal,
): Promise<boolean> {
  if (stopping.aborted) return false;
  const waiting = await store.next(await store.relayedUpTo(receiver), batchesPerPost);
  const batches = inOnePost(agency, waiting.slice(0, atMost));
  const last = batches.at(-1);
  if (!last) return false;
  const body = JSON.stringify(relayedForm(agency, batches));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signRelayed(signingKey, agency, body) },
    body,
    redirect: 'error',
    signal: AbortSignal.any([stopping, AbortSignal.timeout(answerWithinMs)]),
  });
  await response.body?.cancel();
  if (!response.ok) {
    const what = `The citizens' view answered ${response.status} when it was told up to batch ${last._id}.`;
    throw response.status >= 400 && response.status < 500 ? new Refused(what, batches.length) : new Error(what);
  }
  await store.markRelayed(receiver, last._id);
  return true;
}

function inOnePost(agency: string, batches: readonly AccessBatch[]): AccessBatch[] {
  let entries = 0;
  let bytes = 0;
  return batches.filter((batch, index) => {
    entries += batch.entries.length;
    bytes += Buffer.byteLength(JSON.stringify(relayedForm(agency, [batch])));
    return index === 0 || (entries <= entriesPerPost && bytes <= bytesPerPost);
  });
}
