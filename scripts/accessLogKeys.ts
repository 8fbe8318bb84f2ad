import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { announcementsPath } from '#kit/access-log/relayed.ts';
import { applicationEventsPath } from '#kit/application/delivery.ts';
import { settingPrefix } from '#kit/setting.ts';
import { privateKeyFrom } from '#kit/signature.ts';
import { readOrMakePrivateFile } from './dataDirectory.ts';

/** The agency that shows citizens who read their data. */
const citizensView = 'mall';

/** The keys by which a sandbox's agencies sign their access logs, in base64, by agency. */
export interface AccessLogKeys {
  readonly privateKeys: Readonly<Record<string, string>>;
  readonly publicKeys: Readonly<Record<string, string>>;
}

/** Reads the agencies' keys from a data directory, one file each; makes one for an agency that is new. */
export async function accessLogKeys(directory: string, agencies: readonly string[]): Promise<AccessLogKeys> {
  const privateKeys: Record<string, string> = {};
  const publicKeys: Record<string, string> = {};
  for (const agency of agencies) {
    const key = await readOrMakePrivateFile(directory, `access-log-${agency}.key`, async () => newKey());
    privateKeys[agency] = key;
    publicKeys[agency] = createPublicKey(privateKeyFrom(key))
      .export({ format: 'der', type: 'spki' })
      .toString('base64');
  }
  return { privateKeys, publicKeys };
}

/**
 * The settings of one agency's process.
 *
 * @param firstPort the gateway's port; the agencies have the ones after it
 * @param running the agencies that run; nobody is told where the one that listens does not
 */
export function accessLogSettingsOf(
  agency: string,
  { privateKeys, publicKeys }: AccessLogKeys,
  firstPort: number,
  running: readonly string[] = Object.keys(publicKeys),
): Record<string, string> {
  const port = firstPort + 1 + Object.keys(publicKeys).indexOf(citizensView);
  const keys = { ACCESS_LOG_KEY: privateKeys[agency] ?? '', ACCESS_LOG_PUBLIC_KEYS: JSON.stringify(publicKeys) };
  if (!running.includes(citizensView)) return keys;
  return {
    ...keys,
    ACCESS_LOG_RELAY_URL: `http://127.0.0.1:${port}${announcementsPath}`,
    APPLICATION_EVENTS_URL: `http://127.0.0.1:${port}${applicationEventsPath}`,
  };
}

/** The keys of all agencies as settings, for containers: `TAX_ACCESS_LOG_KEY` and so on, and the public halves. */
export function accessLogKeysAsSettings(keys: AccessLogKeys): Record<string, string> {
  const own = Object.entries(keys.privateKeys).map(([agency, key]) => [`${settingPrefix(agency)}_ACCESS_LOG_KEY`, key]);
  return { ...Object.fromEntries(own), ACCESS_LOG_PUBLIC_KEYS: JSON.stringify(keys.publicKeys) };
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
