import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { SettingError } from '#kit/setting.ts';
import type { TokenConfig } from '../config.ts';

/** How often keys are read anew, so that a key that was taken away stops being good. */
const refreshMs = 5 * 60_000;
/** A key that nobody knows costs no more than one request in this time, however many tokens name it. */
const cooldownMs = 30_000;
const timeoutMs = 5_000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The public keys of who issues tokens. Addresses come from the settings, never from a token, whatever its header says.
 *
 * @returns the key for a token's header; a key that is not known yet is looked for at once
 * @throws SettingError for an address beyond this machine that is not https
 */
export function issuerKeys(keys: TokenConfig['keys']): JWTVerifyGetKey {
  if ('json' in keys) return createLocalJWKSet(JSON.parse(keys.json) as JSONWebKeySet);
  if ('url' in keys) return keysAt(new URL(keys.url));
  return discoveredKeys(keys.discoverAt);
}

/** While the issuer does not answer, the keys that it gave last go on. */
function keysAt(url: URL): JWTVerifyGetKey {
  assertUnaltered(url);
  const remote = createRemoteJWKSet(url, {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
  });
  let readAt = Date.now();
  return async (header, token) => {
    if (Date.now() - readAt > refreshMs) {
      readAt = Date.now();
      remote.reload().catch(() => undefined);
    }
    return remote(header, token);
  };
}

/** Asks the issuer once where its keys are (OpenID Connect Discovery 1.0, section 4). */
function discoveredKeys(issuer: string): JWTVerifyGetKey {
  assertUnaltered(new URL(issuer));
  let found: Promise<JWTVerifyGetKey> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  const discover = async () => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const said = metadata.parse(await response.json());
    if (said.issuer !== issuer) throw new Error('The metadata is that of another issuer.');
    return keysAt(new URL(said.jwks_uri));
  };
  return async (header, token) => {
    if (!found) {
      if (Date.now() - triedAt < cooldownMs) throw new Error('The issuer did not answer a moment ago.');
      triedAt = Date.now();
      found = discover();
      found.catch(() => {
        found = null;
      });
    }
    return (await found)(header, token);
  };
}

/** Whoever can change the keys on their way can sign in as anybody. */
function assertUnaltered({ protocol, hostname }: URL): void {
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return;
  throw new SettingError('The keys of who issues tokens must come by https, or from this machine.');
}
