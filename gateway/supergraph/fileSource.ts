import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SupergraphRefused } from './refused.ts';
import { ledgerName, type SupergraphSource } from './source.ts';

/** A writer that changes two files is heard twice or more: it is looked once, a little later. */
const gatherMs = 50;

/** A supergraph in a file. Its folder is watched, so that a file or a link that takes its place is seen too. */
export function fileSource(file: string, withLedger: boolean): SupergraphSource {
  return {
    name: file,
    async read() {
      try {
        const text = await readFile(file, 'utf8');
        return { text, ledger: withLedger ? await readFile(join(dirname(file), ledgerName), 'utf8') : null };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new SupergraphRefused('UNREACHABLE', `The supergraph cannot be read: ${why}`);
      }
    },
    watch(heard) {
      let pending: NodeJS.Timeout | undefined;
      const gather = () => {
        clearTimeout(pending);
        pending = setTimeout(heard, gatherMs);
      };
      const watching = watched(dirname(file), gather);
      return () => {
        clearTimeout(pending);
        watching?.close();
      };
    },
  };
}

/** Where a folder cannot be watched the poll still sees what changes. */
function watched(folder: string, heard: () => void) {
  try {
    return watch(folder, { persistent: false }, heard).on('error', () => undefined);
  } catch {
    return null;
  }
}
