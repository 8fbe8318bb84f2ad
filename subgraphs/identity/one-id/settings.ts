import { hkdfSync } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { SettingError, setting } from '#kit/setting.ts';

export interface OneIdSettings {
  /** The address of One ID, ending in `/one-id`; tokens carry it as their issuer. */
  readonly issuer: string;
  /** Private keys. The first one signs; all are published, so that a key is known before it signs and after. */
  readonly signingKeys: readonly JWK[];
  /** What cookies, forms and counters are keyed with, newest first; an older one still verifies. */
  readonly secrets: readonly string[];
  /** Public keys of service accounts, by client id. A service account without one is not registered. */
  readonly serviceKeys: Readonly<Record<string, { readonly keys: readonly object[] }>>;
  /** Where the gateway with its playground is reached. */
  readonly gatewayOrigin: string;
  /** Where the portal is reached. */
  readonly portalOrigin: string;
  /** How many reverse proxies of our own stand before this agency. */
  readonly proxies: number;
}

const key = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), kid: z.string() });
const privateKeySet = z.object({ keys: z.array(key.extend({ d: z.string() })).min(1) });
const publicKeySets = z.record(z.string(), z.object({ keys: z.array(key.extend({ d: z.never().optional() })).min(1) }));
const secretList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.string().min(32, 'a secret has at least 32 characters')).min(1));

/** The path under which One ID answers. */
export const oneIdPath = '/one-id';

/**
 * Reads the settings of One ID; `null` where no signing keys are given: the agency then runs without a provider, as
 * where a national one is used.
 *
 * @throws SettingError naming what is missing or wrong
 */
export function readOneIdSettings(): OneIdSettings | null {
  if (setting('ONE_ID_SIGNING_KEYS', z.string().optional()) === undefined) return null;
  const gatewayOrigin = originOf('GATEWAY_ORIGIN', 'http://localhost:4000');
  const settings: OneIdSettings = {
    issuer: setting('ONE_ID_ISSUER', z.url({ protocol: /^https?$/ }).endsWith(oneIdPath)),
    signingKeys: json('ONE_ID_SIGNING_KEYS', privateKeySet).keys as JWK[],
    secrets: setting('ONE_ID_SECRETS', secretList),
    serviceKeys: json('ONE_ID_SERVICE_KEYS', publicKeySets, '{}'),
    gatewayOrigin,
    portalOrigin: originOf('PORTAL_ORIGIN', gatewayOrigin),
    proxies: setting('ONE_ID_PROXIES', z.coerce.number().int().min(0).max(5).default(0)),
  };
  assertSafe(settings);
  return settings;
}

/** A key for one use, derived from a secret (HKDF, RFC 5869). */
export function derivedKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `one-id ${use}`, 32));
}

function json<Type extends z.ZodType>(name: string, type: Type, without?: string): z.output<Type> {
  const text = without === undefined ? z.string() : z.string().default(without);
  const parsed = setting(
    name,
    text.transform((written, context) => {
      try {
        return JSON.parse(written) as unknown;
      } catch {
        context.addIssue('it is not JSON');
        return z.NEVER;
      }
    }),
  );
  const checked = type.safeParse(parsed);
  if (checked.success) return checked.data;
  // Only where it is wrong is said: the value may be a private key.
  const places = checked.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
  throw new SettingError(`The setting ${name} is not right: ${places}.`);
}

function originOf(name: string, inDevelopment: string): string {
  return setting(
    name,
    z
      .url({ protocol: /^https?$/ })
      .default(inDevelopment)
      .transform((url) => new URL(url).origin),
  );
}

function assertSafe({ issuer, signingKeys }: OneIdSettings): void {
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new SettingError('The setting ONE_ID_ISSUER is not right: beyond this machine it must be https.');
  }
  const production = setting('NODE_ENV', z.string().default('development')) === 'production';
  if (production && signingKeys.some(({ kid }) => kid?.startsWith('development'))) {
    throw new SettingError('The setting ONE_ID_SIGNING_KEYS holds a key that was made for development.');
  }
  if (new Set(signingKeys.map(({ kid }) => kid)).size < signingKeys.length) {
    throw new SettingError('The setting ONE_ID_SIGNING_KEYS is not right: two keys have the same kid.');
  }
}
