import type { LoneGateway } from './loneGateway.ts';

/** What an attack cost: CPU of the process that is gateway, attacker and second client in one, and how long that one waited. */
export interface Cost {
  readonly status: number;
  readonly code: string;
  readonly cpuMs: number;
  readonly longestWaitMs: number;
}

/** Sends an operation while a second client asks without a pause. */
export async function attack(gateway: LoneGateway, query: string, authorization: string): Promise<Cost> {
  const second = secondClient(gateway);
  const before = process.cpuUsage();
  const response = await gateway.post(JSON.stringify({ query }), { authorization });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const { user, system } = process.cpuUsage(before);
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code ?? 'answered',
    cpuMs: (user + system) / 1_000,
    longestWaitMs: await second.stop(),
  };
}

function secondClient(gateway: LoneGateway) {
  let [stopped, longest] = [false, 0];
  const asking = (async () => {
    do {
      const started = performance.now();
      await (await gateway.post('{"query":"{ __typename }"}')).text();
      longest = Math.max(longest, performance.now() - started);
    } while (!stopped);
  })();
  return {
    async stop(): Promise<number> {
      stopped = true;
      await asking;
      return longest;
    },
  };
}
