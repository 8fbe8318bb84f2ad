import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { type DevelopmentIssuer, developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { readOrMakePrivateFile } from './dataDirectory.ts';

/** The keys of a sandbox: the gateway's, with which it signs to the agencies, and the development issuer's. */
export interface SandboxKeys {
  /** Base64 PKCS #8, for `GATEWAY_PRIVATE_KEY`. */
  readonly gatewayPrivateKey: string;
  /** Base64 SPKI, for `GATEWAY_PUBLIC_KEY`. */
  readonly gatewayPublicKey: string;
  readonly issuer: DevelopmentIssuer;
}

const stored = z.object({
  gatewayPrivateKey: z.string(),
  gatewayPublicKey: z.string(),
  issuerKey: z.looseObject({ kty: z.string() }),
});

/**
 * Reads the keys of a data directory; makes them the first time, readable by their owner only.
 *
 * @param issuer the name of who issues tokens: the address of One ID, where it runs
 */
export async function sandboxKeys(directory: string, issuer?: string): Promise<SandboxKeys> {
  const text = await readOrMakePrivateFile(directory, 'development-keys.json', async () =>
    JSON.stringify({ ...newGatewayKeys(), issuerKey: await newIssuerKey() }),
  );
  const { issuerKey, ...gatewayKeys } = stored.parse(JSON.parse(text));
  return { ...gatewayKeys, issuer: await developmentIssuer(issuerKey as JWK, issuer) };
}

/** A new pair of keys for the gateway's signature (Ed25519). */
export function newGatewayKeys(): { gatewayPrivateKey: string; gatewayPublicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    gatewayPrivateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    gatewayPublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
