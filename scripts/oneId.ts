import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { agencyNames } from '../schema/agencies.ts';
import { readOrMakePrivateFile } from './dataDirectory.ts';
import type { SandboxKeys } from './sandboxKeys.ts';

/** The agency that One ID is mounted in. */
export const oneIdHome = 'identity';

/** The service account that the sandbox can sign in as, with the private key beside the other development keys. */
const serviceAccount = 'svc-licensing';
const serviceAccountAgency = 'business-licensing';

const stored = z.object({ secret: z.string(), serviceKey: z.looseObject({ kty: z.string() }) });

/**
 * The address of One ID in a sandbox: that of its agency, whose port follows the gateway's.
 *
 * @param firstPort the gateway's port
 */
export function oneIdIssuer(firstPort: number): string {
  return `http://localhost:${firstPort + 1 + agencyNames().indexOf(oneIdHome)}/one-id`;
}

/**
 * The settings with which One ID answers in a sandbox. It signs with the development issuer's key, so that its tokens and
 * those of `npm run token` are good at the same gateway.
 */
export async function oneIdSettings(
  directory: string,
  { issuer }: SandboxKeys,
  firstPort: number,
): Promise<Record<string, string>> {
  const { secret, serviceKey } = await storedKeys(directory);
  const { d: _private, ...publicKey } = serviceKey as JWK;
  return {
    ONE_ID_ISSUER: issuer.issuer,
    ONE_ID_SIGNING_KEYS: JSON.stringify({ keys: [issuer.privateJwk] }),
    ONE_ID_SECRETS: secret,
    ONE_ID_SERVICE_KEYS: JSON.stringify({ [serviceAccount]: { keys: [publicKey] } }),
    GATEWAY_ORIGIN: `http://localhost:${firstPort}`,
  };
}

/** How the agency of the service account gets into the graph. */
export async function serviceAccountSettings(
  directory: string,
  { issuer }: SandboxKeys,
  firstPort: number,
): Promise<Record<string, string>> {
  const { serviceKey } = await storedKeys(directory);
  return {
    GRAPH_URL: `http://127.0.0.1:${firstPort}/graphql`,
    SERVICE_ACCOUNT: serviceAccount,
    SERVICE_ACCOUNT_ISSUER: issuer.issuer,
    SERVICE_ACCOUNT_SCOPE: 'tax:clearance',
    SERVICE_ACCOUNT_KEY: JSON.stringify(serviceKey),
  };
}

/** Settings that one agency alone is given: One ID's home its keys, and who has a service account the key to it. */
export function settingsOnlyFor(
  agency: string,
  ofOneId: Record<string, string>,
  ofServiceAccount: Record<string, string>,
): Record<string, string> {
  if (agency === serviceAccountAgency) return ofServiceAccount;
  return agency === oneIdHome ? ofOneId : {};
}

async function storedKeys(directory: string) {
  const text = await readOrMakePrivateFile(directory, 'development-one-id.json', async () =>
    JSON.stringify({ secret: randomBytes(32).toString('base64url'), serviceKey: await newServiceKey() }),
  );
  return stored.parse(JSON.parse(text));
}

async function newServiceKey(): Promise<JWK> {
  return { ...(await newIssuerKey()), kid: 'service-development' };
}
