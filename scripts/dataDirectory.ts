import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';

/** Where the embedded database and the development keys lie: `DATA_DIR`, `.data` by default. */
export function dataDirectory(): string {
  return resolve(setting('DATA_DIR', z.string().default('.data')));
}

/** The file by which the time of a data directory's platform is moved (`npm run clock`). */
export function clockFile(directory: string): string {
  return join(directory, 'moved-clock.json');
}

/** Reads a file that only its owner may read, or makes it when it is not there yet. */
export async function readOrMakePrivateFile(
  directory: string,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const file = join(directory, name);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const content = await make();
    // `wx`: of two processes that start at once only one makes the keys, the other one reads them.
    try {
      writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
      return content;
    } catch {
      return readFileSync(file, 'utf8');
    }
  }
}
