import { z } from 'zod';
import { accessLogPublicKeys, accessLogSettings } from './access-log/settings.ts';
import { type RunningServer, startAgencyServer } from './agencyServer.ts';
import { deliverySettings, receiverSettings } from './application/settings.ts';
import { askGraphSettings } from './askGraph.ts';
import { listeningHost } from './host.ts';
import { createLog } from './log.ts';
import { agencyDatabase, connect } from './mongo.ts';
import { setting } from './setting.ts';
import { publicKeyFrom } from './signature.ts';
import type { Agency } from './subgraph.ts';
import { processClock } from './time.ts';
import { traceSettings } from './trace/settings.ts';
import { keyRingOf } from './vault/keyRing.ts';
import { createVault } from './vault/vault.ts';

const lookForDueEveryMs = 2_000;

/**
 * Runs an agency as a process of its own, by the settings `PORT`, `HOST`, `MONGODB_URI` (or `<AGENCY>_MONGODB_URI`) and
 * `GATEWAY_PUBLIC_KEY`, `VAULT_KEYS`, and those of the access log, of the events of applications and of the clock
 * (kit/access-log/settings.ts, kit/application/settings.ts, kit/time.ts). Stops cleanly on SIGTERM and SIGINT.
 */
export async function serve<Models, Loaders>(agency: Agency<Models, Loaders>): Promise<RunningServer> {
  const accessLogKeys = accessLogPublicKeys();
  const traces = traceSettings();
  const server = await startAgencyServer(agency, {
    port: setting('PORT', z.coerce.number().int()),
    host: listeningHost(),
    connection: await connect(agencyDatabase(agency.name), { isWatched: traces !== undefined }),
    gatewayKey: publicKeyFrom(setting('GATEWAY_PUBLIC_KEY', z.string())),
    vault: createVault(agency.name, keyRingOf(agency.name)),
    accessLog: accessLogSettings(),
    accessLogKeys,
    delivery: deliverySettings(agency.name),
    receiver: receiverSettings(accessLogKeys, createLog(agency.name)),
    askGraph: askGraphSettings(createLog(agency.name)),
    clock: processClock(),
    lookForDueEveryMs,
    traces,
  });
  stopOnSignal(server);
  return server;
}

/** Stops a server on SIGTERM or SIGINT, then lets the process end. */
export function stopOnSignal(server: Pick<RunningServer, 'stop'>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
