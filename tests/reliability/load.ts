import { randomUUID } from 'node:crypto';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import { ageOn, createPopulation } from '#kit/sandbox/population.ts';
import { runSource } from '../../scripts/runSource.ts';
import { endProcess } from '../../scripts/supervise.ts';
import type { ClientRequest } from './loadClient.ts';
import { type PhaseReport, sumOf } from './notes.ts';
import type { Caller, Phase } from './openLoop.ts';
import { mixOperations } from './operations.ts';
import { whileLasts } from './whileLasts.ts';
import type { WholePlatform } from './wholePlatform.ts';

const writerCount = 40;
const inboxWithinMs = 30_000;

/** A client in its own process, before a platform. */
export interface Load {
  run(phase: Phase): Promise<PhaseReport>;
  /** Goes on, two seconds at a time, for as long as something lasts. @returns the sums, and of times the worst */
  runDuring(work: Promise<unknown>, phase: Omit<Phase, 'seconds'>): Promise<PhaseReport>;
  /** Every reader at once, each on a new connection. */
  herd(): Promise<PhaseReport>;
  /**
   * Reads the inboxes of all who applied, until everything that was acknowledged is there.
   *
   * @returns how many were acknowledged, how many of them are missing, and how many stand there more than once
   */
  settle(): Promise<{ acknowledged: number; lost: number; doubled: number }>;
  stop(): Promise<void>;
}

/** @param citizens how many the platform was seeded with; `seed` chooses what is asked, and is to be printed */
export async function startLoad(
  platform: WholePlatform,
  { citizens, seed }: { readonly citizens: number; readonly seed: string },
): Promise<Load> {
  const readers = await callersOf(platform, grownUps(citizens));
  const writers = await callersOf(
    platform,
    Array.from({ length: writerCount }, () => `ctz-load-${randomUUID().slice(0, 13)}`),
  );
  const client = runSource('tests/reliability/loadClient.ts', [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ask = <Result>(request: ClientRequest): Promise<Result> =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The client ended before it answered.'));
      client.once('exit', ended);
      client.once('message', (said: { result: Result; error?: string }) => {
        client.off('exit', ended);
        if (said.error === undefined) resolve(said.result);
        else reject(new Error(said.error));
      });
      client.send(request);
    });
  await ask({ what: 'begin', ports: platform.gatewayPorts, readers, writers, seed });
  const run = (phase: Phase) => ask<PhaseReport>({ what: 'phase', ...phase });
  return {
    run,
    async runDuring(work, phase) {
      const reports: PhaseReport[] = [];
      await whileLasts(work, async () => void reports.push(await run({ ...phase, seconds: 2 })));
      return sumOf(reports);
    },
    herd: () => ask({ what: 'herd' }),
    settle: async () => compare(platform, writers, new Map(await ask<[string, string[]][]>({ what: 'acknowledged' }))),
    stop: () => endProcess(client),
  };
}

async function compare(
  platform: WholePlatform,
  writers: readonly Caller[],
  acknowledged: ReadonlyMap<string, readonly string[]>,
): Promise<{ acknowledged: number; lost: number; doubled: number }> {
  const count = [...acknowledged.values()].flat().length;
  const deadline = Date.now() + inboxWithinMs;
  for (;;) {
    let lost = 0;
    let doubled = 0;
    for (const writer of writers.filter(({ id }) => acknowledged.has(id))) {
      const inInbox = await inboxOf(platform, writer);
      lost += (acknowledged.get(writer.id) ?? []).filter((id) => !inInbox.includes(id)).length;
      doubled += inInbox.length - new Set(inInbox).size;
    }
    if (lost === 0 || Date.now() > deadline) return { acknowledged: count, lost, doubled };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

interface InboxAnswer {
  readonly data: {
    readonly me: {
      readonly applications: {
        readonly edges: readonly { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

async function inboxOf({ gatewayPorts: [port] }: WholePlatform, { token }: Caller): Promise<string[]> {
  const id = mixOperations()
    .get('list')
    ?.find(({ name }) => name === 'Inbox')?.id;
  const found: string[] = [];
  let after: string | null = null;
  do {
    const response: Response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id, variables: { first: 50, after } }),
    });
    const { me }: InboxAnswer['data'] = ((await response.json()) as InboxAnswer).data;
    const { applications } = me;
    found.push(...applications.edges.map(({ node }) => node.id));
    after = applications.pageInfo.hasNextPage ? applications.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

function grownUps(citizens: number): string[] {
  const today = new Date();
  return createPopulation(citizens, today)
    .flatMap(({ members }) => members)
    .filter(({ birthDate, deceased }) => !deceased && ageOn(birthDate, today) >= 18)
    .map(({ id }) => id)
    .sort();
}

function callersOf({ issuer }: WholePlatform, ids: readonly string[]): Promise<Caller[]> {
  const scopes = [...citizenScopes];
  return Promise.all(
    ids.map(async (id) => ({
      id,
      token: await issuer.tokenFor({ kind: 'citizen', id, scopes }, { expiresIn: '6h' }),
    })),
  );
}
