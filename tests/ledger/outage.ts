import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { balanceOf, isInboxComplete, stepsOfEach } from './balance.ts';
import { aClient, Ledger } from './client.ts';
import type { LedgerPlatform } from './processes.ts';

const completeWithinMs = 60_000;

export interface OutageReport {
  readonly submitted: number;
  /** How many of them were answered while the mall was away. */
  readonly answeredMeanwhile: number;
  /** From the moment that the mall is ready again, in milliseconds; null when it took longer than a minute. */
  readonly completeAfterMs: number | null;
  /** Every application in the inbox with all its steps in order, and one notification for each. */
  readonly isComplete: boolean;
}

/** Takes the mall away while citizens go on applying at a fixed rate, and looks how soon the inbox is complete after it. */
export async function runOutage(
  platform: LedgerPlatform,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number },
): Promise<OutageReport> {
  const directory = mkdtempSync(join(tmpdir(), 'mpp-ledger-outage-'));
  const ledger = new Ledger(join(directory, 'ledger'));
  const ids = Array.from({ length: 5 }, () => `ctz-outage-${randomUUID().slice(0, 13)}`);
  const clients = await Promise.all(ids.map((id) => aClient(platform, id)));
  const mall = platform.victims.get('mall');
  const whole = new AbortController();
  try {
    await mall?.hold();
    const submits: Promise<unknown>[] = [];
    const started = performance.now();
    // By the clock, not one after the other: who applies does not wait for those before.
    for (let n = 0; n < seconds * perSecond; n++) {
      const due = started + (n * 1_000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const client = clients[n % clients.length];
      if (client) submits.push(client.submit(ledger, whole.signal));
    }
    await Promise.all(submits);
    const answeredMeanwhile = ledger.read().acked.size;
    mall?.start();
    await platform.untilReady();
    const back = performance.now();
    while (!(await isInboxComplete(platform, clients)) && performance.now() - back < completeWithinMs) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const tookMs = Math.round(performance.now() - back);
    const balance = await balanceOf(platform, clients, ledger.read());
    const isComplete = balance.lost + balance.duplicates + balance.notInInbox + balance.wronglyNotified === 0;
    return {
      submitted: submits.length,
      answeredMeanwhile,
      completeAfterMs: tookMs < completeWithinMs ? tookMs : null,
      isComplete: isComplete && balance.stored === submits.length,
    };
  } finally {
    whole.abort();
    mall?.start();
    ledger.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

export interface Freshness {
  readonly applications: number;
  /** From the answer to the applicant until the inbox shows all steps, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** Measures how long after the answer to a submit the citizen's inbox shows the application, one after another. */
export async function measureFreshness(platform: LedgerPlatform, applications: number): Promise<Freshness> {
  const directory = mkdtempSync(join(tmpdir(), 'mpp-ledger-fresh-'));
  const ledger = new Ledger(join(directory, 'ledger'));
  const client = await aClient(platform, `ctz-fresh-${randomUUID().slice(0, 13)}`);
  const whole = new AbortController();
  const took: number[] = [];
  const warmUp = 10;
  for (let n = 0; n < applications + warmUp; n++) {
    const id = await client.submit(ledger, whole.signal);
    const answered = performance.now();
    while (!(await isShown(client, id ?? ''))) await new Promise((resolve) => setTimeout(resolve, 5));
    if (n >= warmUp) took.push(performance.now() - answered);
  }
  ledger.close();
  rmSync(directory, { recursive: true, force: true });
  const sorted = took.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return { applications, p50: at(0.5), p95: at(0.95), longest: at(1) };
}

const newestText = '{ me { applications(first: 1) { edges { node { id sequence } } } } }';

async function isShown(client: Awaited<ReturnType<typeof aClient>>, id: string): Promise<boolean> {
  const { me } = (await client.ask(newestText, {})) as {
    me: { applications: { edges: { node: { id: string; sequence: number } }[] } };
  };
  const newest = me.applications.edges[0]?.node;
  return newest?.id === id && newest.sequence === stepsOfEach;
}
