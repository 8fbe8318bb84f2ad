import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { readOrMakePrivateFile } from './dataDirectory.ts';

/**
 * The root keys that personal data is sealed with, as a setting: those of `VAULT_KEYS` when given, else those of a data
 * directory, made the first time and readable by their owner only. Production refuses the latter.
 */
export async function vaultKeys(directory: string): Promise<string> {
  const given = setting('VAULT_KEYS', z.string().optional());
  return given ?? readOrMakePrivateFile(directory, 'development-vault-keys.json', async () => newDevelopmentKeys());
}
