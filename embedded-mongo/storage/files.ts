import { type Database, open, type RootDatabase } from 'lmdb';

/** How much a client may rely on an acknowledged write: `full` survives a power cut, `process` the end of the process. */
export type Durability = 'full' | 'process';

type Table = Database<Buffer, Buffer>;

/** The three tables everything is kept in. */
export type Files = {
  readonly root: RootDatabase<Buffer, Buffer>;
  /** collection number + record number -> document */
  readonly documents: Table;
  /** index number + values (+ record number, unless the index is unique) -> record number */
  readonly index: Table;
  /** the catalogue */
  readonly meta: Table;
};

const binary = { keyEncoding: 'binary', encoding: 'binary' } as const;

export const openFiles = (directory: string, durability: Durability): Files => {
  const root = open<Buffer, Buffer>({
    ...binary,
    path: directory,
    maxDbs: 4,
    // A commit is either on disk when it returns (`full`) or handed to the operating system (`process`).
    ...(durability === 'full' ? { overlappingSync: false } : { noSync: true }),
  });
  const table = (name: string): Table => root.openDB<Buffer, Buffer>({ ...binary, name });
  return { root, documents: table('documents'), index: table('index'), meta: table('meta') };
};

/** What lmdb's declarations leave out. */
type Syncable = { sync(done: (error?: Error) => void): void };

/** Asks the operating system to write everything committed to disk. */
export const syncFiles = (files: Files): Promise<void> =>
  new Promise((resolve, reject) => {
    (files.root as unknown as Syncable).sync((error) => (error ? reject(error) : resolve()));
  });

/** The key of a document. */
export const recordKey = (collection: number, record: number): Buffer => {
  const key = Buffer.allocUnsafe(10);
  key.writeUInt32BE(collection, 0);
  key.writeUIntBE(record, 4, 6);
  return key;
};

export const recordOfKey = (key: Buffer): number => key.readUIntBE(key.length - 6, 6);

/** The first key of everything that belongs to a collection or an index. */
export const firstKeyOf = (id: number): Buffer => {
  const key = Buffer.allocUnsafe(4);
  key.writeUInt32BE(id, 0);
  return key;
};
