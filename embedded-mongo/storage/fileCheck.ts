import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const magic = 0xbeefc0de;
const magicAt = 24;
const pageSizeAt = 48;
const lastPageAt = 144;
const headSize = 160;

/**
 * Looks at the head of the data file before LMDB does, which would end the whole process over a file that is not its own
 * or that has been cut.
 * @returns what is wrong, or undefined
 */
export const whatIsWrongWithFile = (directory: string): string | undefined => {
  const path = join(directory, 'data.mdb');
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return undefined;
    const head = (at: number): Buffer => {
      const bytes = Buffer.alloc(headSize);
      readSync(file, bytes, 0, headSize, at);
      return bytes;
    };
    const first = head(0);
    const pageSize = first.readUInt32LE(pageSizeAt);
    const second = head(pageSize);
    if (first.readUInt32LE(magicAt) !== magic || second.readUInt32LE(magicAt) !== magic) {
      return 'data.mdb is not a database file';
    }
    const lastPage = Math.max(...[first, second].map((page) => Number(page.readBigUInt64LE(lastPageAt))));
    return size < (lastPage + 1) * pageSize ? 'data.mdb has been cut off' : undefined;
  } finally {
    closeSync(file);
  }
};
