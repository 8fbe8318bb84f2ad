import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { SettingError, setting } from '../setting.ts';
import { privateKeyFrom, publicKeyFrom } from '../signature.ts';
import type { AccessLogOptions } from './accessLog.ts';

/**
 * How this process keeps its access log, by `ACCESS_LOG_KEY` and `ACCESS_LOG_RELAY_URL`.
 *
 * @throws SettingError in production without a key: a chain without signed heads can lose its end unseen
 */
export function accessLogSettings(): AccessLogOptions {
  const production = setting('NODE_ENV', z.string().default('development')) === 'production';
  const key = setting('ACCESS_LOG_KEY', production ? z.string() : z.string().optional());
  const relayUrl = setting('ACCESS_LOG_RELAY_URL', z.url().optional());
  if (relayUrl && !key) throw new SettingError('ACCESS_LOG_RELAY_URL needs ACCESS_LOG_KEY: what is told is signed.');
  return { signingKey: key ? privateKeyFrom(key) : undefined, relayUrl };
}

/** The agencies' public keys, by name: `ACCESS_LOG_PUBLIC_KEYS`, a JSON object of base64 SPKI. */
export function accessLogPublicKeys(): ReadonlyMap<string, KeyObject> {
  const written = setting('ACCESS_LOG_PUBLIC_KEYS', z.string().default('{}'));
  return publicKeysFrom(z.record(z.string(), z.string()).parse(JSON.parse(written)));
}

/** Public keys from base64 SPKI, by agency. */
export function publicKeysFrom(written: Readonly<Record<string, string>>): ReadonlyMap<string, KeyObject> {
  return new Map(Object.entries(written).map(([agency, key]) => [agency, publicKeyFrom(key)]));
}
