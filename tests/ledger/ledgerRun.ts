import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Balance, balanceOf, isInboxComplete } from './balance.ts';
import { aClient, type Client, Ledger } from './client.ts';
import type { LedgerPlatform } from './processes.ts';

const clientsAtOnce = 6;
/** Between two kills something has to be answered again, so that each falls amid submits. */
const answersBetweenKills = 4;
const longestBetweenKillsMs = 90_000;
const longestPauseMs = 1_500;
const quietWithinMs = 90_000;

export interface LedgerRun {
  readonly kills: number;
  /** Who may be killed; everybody of the platform when left out. */
  readonly victims?: readonly string[];
  readonly tell?: (line: string) => void;
}

export interface LedgerReport extends Balance {
  /** How often each was killed. */
  readonly killed: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/**
 * Lets clients apply while processes are killed at random, then lets them repeat what was not answered, waits until the
 * inbox has heard of everything, and compares what was promised with what is there.
 *
 * @throws Error when it does not come to rest
 */
export async function runLedger(platform: LedgerPlatform, run: LedgerRun): Promise<LedgerReport> {
  const started = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'mpp-ledger-clients-'));
  const ledger = new Ledger(join(directory, 'ledger'));
  const ids = Array.from({ length: clientsAtOnce }, () => `ctz-ledger-${randomUUID().slice(0, 13)}`);
  const clients = await Promise.all(ids.map((id) => aClient(platform, id)));
  const killing = new AbortController();
  const givingUp = new AbortController();
  let answered = 0;

  const apply = async (client: Client) => {
    while (!killing.signal.aborted) if (await client.submit(ledger, givingUp.signal)) answered += 1;
  };
  const applying = clients.map(apply);
  const killed: Record<string, number> = {};
  try {
    for (let n = 0; n < run.kills; n++) {
      const since = answered;
      const deadline = Date.now() + longestBetweenKillsMs;
      while (answered < since + answersBetweenKills && Date.now() < deadline) await pause(20);
      if (answered === since) throw new Error(`Nothing was answered any more; ${platform.logFile} says why.`);
      await pause(randomInt(longestPauseMs));
      const name = kill(platform, run.victims);
      killed[name] = (killed[name] ?? 0) + 1;
      run.tell?.(`kill ${n + 1} of ${run.kills}: ${name} (${answered} answered so far)`);
    }
    killing.abort();
    const late = setTimeout(() => givingUp.abort(), quietWithinMs);
    await Promise.all(applying);
    clearTimeout(late);
    await platform.untilReady();
    await untilComplete(platform, clients);
    const balance = await balanceOf(platform, clients, ledger.read());
    return { killed, ...balance, seconds: Math.round((performance.now() - started) / 1000) };
  } finally {
    killing.abort();
    givingUp.abort();
    await Promise.allSettled(applying);
    ledger.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function kill(platform: LedgerPlatform, names: readonly string[] = [...platform.victims.keys()]): string {
  const name = names[randomInt(names.length)] ?? '';
  platform.victims.get(name)?.kill();
  return name;
}

/** Waits for the inbox; what does not come in time shows in the balance. */
async function untilComplete(platform: LedgerPlatform, clients: readonly Client[]): Promise<void> {
  const deadline = Date.now() + quietWithinMs;
  while (!(await isInboxComplete(platform, clients)) && Date.now() < deadline) await pause(200);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
