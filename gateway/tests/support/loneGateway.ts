import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RunningServer } from '#kit/agencyServer.ts';
import { type DevelopmentIssuer, developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { clientOperationsFolder } from '../../../schema/clientOperations.ts';
import { defaultQueryLimits, defaultRateLimits } from '../../admit/limits.ts';
import type { GatewayConfig } from '../../config.ts';
import { startGateway } from '../../server.ts';

export interface LoneGateway extends RunningServer {
  readonly issuer: DevelopmentIssuer;
  post(body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** The gateway alone, on the committed graph: nobody answers where its agencies should be, unless the test says who. */
export async function startLoneGateway(change: Partial<GatewayConfig> = {}): Promise<LoneGateway> {
  const issuer = await developmentIssuer(await newIssuerKey());
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    production: false,
    supergraph: { at: fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url)) },
    operationsFolder: someOperations(),
    agencyUrl: () => 'http://127.0.0.1:9/graphql',
    agencyTimeoutMs: 1_000,
    executor: 'compiled',
    shareInFlight: false,
    workers: 1,
    proxies: 0,
    queryLimits: defaultQueryLimits,
    rateLimits: defaultRateLimits,
    signingKey: generateKeyPairSync('ed25519').privateKey,
    tokens: { issuer: issuer.issuer, audience: 'mpp-digital', keys: { json: issuer.jwks } },
    developmentIssuerKey: null,
    ...change,
  });
  return {
    ...gateway,
    issuer,
    post: (body, headers = {}) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
  };
}

/** Two documents are enough here, and planning all of them takes seconds. */
function someOperations(): URL {
  const folder = pathToFileURL(`${mkdtempSync(`${tmpdir()}/operations-`)}/`);
  for (const file of ['inbox.graphql', 'markNotificationsRead.graphql']) {
    copyFileSync(new URL(file, clientOperationsFolder), new URL(file, folder));
  }
  return folder;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
