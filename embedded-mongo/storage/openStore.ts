import { MongoError } from '../errors.ts';
import { lockDirectory } from './directoryLock.ts';
import { whatIsWrongWithFile } from './fileCheck.ts';
import type { Durability } from './files.ts';
import { repairIndexes } from './indexCheck.ts';
import { Store } from './store.ts';

/** The layout of the files. A server that finds another one does not touch it. */
const formatVersion = 1;
const formatKey = Buffer.from('format');
const cleanKey = Buffer.from('stopped');

/**
 * Opens a data directory: locks it, checks its format and, after an unclean stop, its indexes.
 * @throws Error that says what to do when the directory cannot be opened
 */
export const openStore = async (
  directory: string,
  durability: Durability,
  log: (line: string) => void,
): Promise<Store> => {
  const unlock = lockDirectory(directory);
  try {
    const store = openFiles(directory, durability);
    store.onClosing = () => store.files.meta.put(cleanKey, Buffer.from([1]));
    store.onClosed = unlock;
    await prepare(store, directory, log);
    return store;
  } catch (error) {
    unlock();
    throw error;
  }
};

const openFiles = (directory: string, durability: Durability): Store => {
  const wrong = whatIsWrongWithFile(directory);
  if (wrong) throw unreadable(directory, wrong);
  try {
    return new Store(directory, durability);
  } catch (error) {
    throw unreadable(directory, error instanceof Error ? error.message : String(error));
  }
};

const unreadable = (directory: string, why: string): Error =>
  new Error(
    `The data in ${directory} cannot be opened: ${why}. Restore a copy, or remove the directory to start empty.`,
  );

const prepare = async (store: Store, directory: string, log: (line: string) => void): Promise<void> => {
  const { meta } = store.files;
  const found = meta.getBinary(formatKey)?.readUInt32BE(0);
  if (found !== undefined && found !== formatVersion) {
    await store.abandon();
    throw new Error(
      `The data in ${directory} has format ${found}, this server reads format ${formatVersion}. Use the server that wrote it, or remove the directory.`,
    );
  }
  const wasStopped = found === undefined || meta.getBinary(cleanKey) !== undefined;
  try {
    const rebuilt = await store.write(() => {
      const version = Buffer.alloc(4);
      version.writeUInt32BE(formatVersion);
      meta.put(formatKey, version);
      meta.remove(cleanKey);
      return wasStopped ? [] : repairIndexes(store.files, store.catalogue, store.records);
    });
    for (const name of rebuilt) log(`Built the index ${name} anew: it did not agree with the documents`);
  } catch (error) {
    await store.abandon();
    throw error instanceof MongoError ? unreadable(directory, error.message) : error;
  }
};
