import { collect, runQuery } from '../../plan/query.ts';
import type { Collection } from '../../storage/collection.ts';
import { beginIndex, fillIndex } from '../../storage/indexBuild.ts';
import type { Store } from '../../storage/store.ts';
import { decodeDocument } from '../../values/decode.ts';
import type { Document } from '../../values/document.ts';
import { encodeDocument } from '../../values/encode.ts';

type IndexKind = 'plain' | 'sparse' | 'partial';

/** Begins to build an index under a name. */
export const addIndex = (store: Store, collection: Collection, key: Document, kind: IndexKind, name: string) =>
  store.write(() =>
    beginIndex(store, collection, {
      key,
      name,
      unique: false,
      sparse: kind === 'sparse',
      ...(kind === 'partial' ? { partial: { b: { $gte: 1 } } } : {}),
    }),
  );

/** A collection whose indexes are made when half of its documents are there. */
export const fill = async (
  store: Store,
  documents: readonly Document[],
  indexes: readonly { key: Document; kind: IndexKind }[],
  name: string,
) => {
  const collection = await store.write(() => store.requireCollection('test', name));
  const half = Math.floor(documents.length / 2);
  const insert = (some: readonly Document[], from: number) =>
    store.write(() => {
      for (const [i, one] of some.entries()) {
        try {
          store.records.insert(collection, encodeDocument({ _id: from + i, ...one }));
        } catch {
          // Arrays side by side fit no compound index, which MongoDB refuses too.
        }
      }
    });
  await insert(documents.slice(0, half), 0);
  for (const [i, { key, kind }] of indexes.entries()) {
    const added = await addIndex(store, collection, key, kind, `index${i}`);
    await fillIndex(store, collection, added).catch(() => undefined);
  }
  await insert(documents.slice(half), half);
  return collection;
};

/** The documents a query finds, in its order. */
export const documentsOf = (store: Store, collection: Collection, query: Parameters<typeof runQuery>[2]) =>
  collect(runQuery(store, collection, query)).map(({ bytes }) => decodeDocument(bytes));
