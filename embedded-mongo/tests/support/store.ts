import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../storage/openStore.ts';
import type { Store } from '../../storage/store.ts';

/** An empty directory that is gone after `use`. */
export const inDirectory = async <T>(use: (directory: string) => Promise<T>): Promise<T> => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

/** A store in a directory of its own. */
export const withStore = <T>(use: (store: Store) => Promise<T>): Promise<T> =>
  inDirectory(async (directory) => {
    const store = await openStore(directory, 'process', () => undefined);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  });
