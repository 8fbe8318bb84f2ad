import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SettingError, setting, settingPrefix } from '../setting.ts';

/** The root keys that a process has: what it writes is sealed with the current one, what it reads with any. */
export interface KeyRing {
  /** The `kid` of the key to write with. */
  readonly current: string;
  readonly roots: ReadonlyMap<string, Buffer>;
}

const rootBytes = 32;
/** Keys whose name starts so were made by a script on somebody's machine: never good enough for real data. */
const developmentKid = 'development';
const kidForm = /^[A-Za-z0-9_-]{1,40}$/;

const written = z.object({ current: z.string(), keys: z.record(z.string(), z.string()) });

/** Reads `{"current": kid, "keys": {kid: base64 of 32 bytes}}`. Messages say what is wrong and hold no value. */
const keyRingText = z.string().transform((text, context): KeyRing => {
  const fail = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const parsed = written.safeParse(jsonOf(text));
  if (!parsed.success) return fail('it must be JSON of the form {"current": kid, "keys": {kid: base64}}');
  const { current, keys } = parsed.data;
  const roots = new Map(Object.entries(keys).map(([kid, key]) => [kid, Buffer.from(key, 'base64')]));
  if (!roots.has(current)) return fail('the current key is not among the keys');
  for (const [kid, root] of roots) {
    if (!kidForm.test(kid)) return fail('a key has a name of other than 1 to 40 letters, digits, - or _');
    if (root.length !== rootBytes) return fail(`a key is not ${rootBytes} bytes in base64`);
  }
  return { current, roots };
});

/**
 * The key ring of an agency: `<AGENCY>_VAULT_KEYS` when given, else `VAULT_KEYS`.
 *
 * @throws SettingError when it is missing or wrong, or when keys made for development meet `NODE_ENV=production`
 */
export function keyRingOf(agency: string): KeyRing {
  const own = `${settingPrefix(agency)}_VAULT_KEYS`;
  const name = setting(own, z.string().optional()) === undefined ? 'VAULT_KEYS' : own;
  const ring = setting(name, keyRingText);
  const production = setting('NODE_ENV', z.string().default('development')) === 'production';
  if (production && [...ring.roots.keys()].some((kid) => kid.startsWith(developmentKid))) {
    throw new SettingError(`The setting ${name} holds a key that was made for development.`);
  }
  return ring;
}

/** A key ring for development, as a setting: one new key, marked so that production refuses it. */
export function newDevelopmentKeys(): string {
  const kid = `${developmentKid}-${randomBytes(4).toString('hex')}`;
  return JSON.stringify({ current: kid, keys: { [kid]: randomBytes(rootBytes).toString('base64') } });
}

/** Reads a key ring from the text of a setting. @throws when it is not one */
export function keyRingFrom(text: string): KeyRing {
  return keyRingText.parse(text);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
