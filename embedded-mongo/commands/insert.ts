import { ObjectId } from 'bson';
import { MongoError } from '../errors.ts';
import { decodeDocument, decodeFields, fieldNames, largestDocument, sizeOfValue } from '../values/decode.ts';
import { encodeStored } from '../values/encode.ts';
import { bulkReply, runBulk } from './bulk.ts';
import { type Command, collectionName } from './command.ts';
import { writeFields } from './writes.ts';

const id = fieldNames(['_id']);

/** Checks a document a client wants to store, and gives it an `_id` where it has none. */
export const prepareDocument = (bytes: Buffer): Buffer => {
  if (bytes.length > largestDocument) {
    throw new MongoError(
      10334,
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${largestDocument}`,
    );
  }
  assertFieldNames(bytes);
  if (bytes[4] !== 0 && bytes[5] === 95 && bytes[6] === 105 && bytes[7] === 100 && bytes[8] === 0) {
    assertId(bytes[4] as number, bytes);
    return bytes;
  }
  const document = decodeDocument(bytes);
  const { _id: given = new ObjectId(), ...rest } = document;
  const whole = encodeStored({ _id: given, ...rest });
  assertId(whole[4] as number, whole);
  return whole;
};

const assertId = (type: number, bytes: Buffer): void => {
  const refused: Readonly<Record<number, string>> = { 4: 'an array', 11: 'a regex', 6: 'undefined' };
  const why = refused[type];
  if (why) throw new MongoError(53, `The '_id' value cannot be of type ${why.replace(/^an? /, '')}`);
  if (type === 3) {
    const value = decodeFields(bytes, id)['_id'];
    const [first] = Object.keys(value ?? {});
    if (first?.startsWith('$'))
      throw new MongoError(52, `_id fields may not contain '$'-prefixed fields: ${first} is not valid for storage.`);
  }
};

const assertFieldNames = (bytes: Buffer): void => {
  const end = bytes.length - 1;
  for (let at = 4; at < end; ) {
    const type = bytes[at] as number;
    if (bytes[at + 1] === 36) {
      const name = bytes.toString('utf8', at + 1, bytes.indexOf(0, at + 1));
      throw new MongoError(52, `Document can't have $ prefixed field names: ${name}`);
    }
    const value = bytes.indexOf(0, at + 1) + 1;
    at = value + sizeOfValue(type, bytes, value);
  }
};

export const insert: Command = {
  accepts: ['insert', 'documents', 'ordered', ...writeFields],
  run: async (request, services) => {
    const name = collectionName(request);
    const { store } = services;
    const { documents, database } = request;
    const progress = await runBulk(request, services, documents.length, (i) => ({
      run: (so) => {
        const bytes = prepareDocument(documents[i] as Buffer);
        store.records.insert(store.requireCollection(database, name), bytes);
        so.n += 1;
      },
    }));
    return bulkReply(progress, false);
  },
};
