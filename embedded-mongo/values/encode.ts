import { serialize } from 'bson';
import { MongoError } from '../errors.ts';
import { largestDocument } from './decode.ts';
import type { Document } from './document.ts';

/** Writes a decoded document as BSON, with the type every value was read with. */
export const encodeDocument = (document: Document): Buffer =>
  Buffer.from(serialize(document, { ignoreUndefined: true }));

/** As `encodeDocument`, for a document that will be stored: refuses one larger than MongoDB allows. */
export const encodeStored = (document: Document): Buffer => {
  const bytes = encodeDocument(document);
  if (bytes.length > largestDocument) {
    throw new MongoError(10334, `Document of ${bytes.length} bytes is larger than the maximum of ${largestDocument}`);
  }
  return bytes;
};

const int32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return bytes;
};

/** Puts documents that are already BSON into an array field, which saves decoding and encoding every document of a find. */
export const encodeArrayField = (field: string, documents: readonly Buffer[]): Buffer => {
  const parts: Buffer[] = [];
  let size = 5;
  for (let i = 0; i < documents.length; i += 1) {
    const document = documents[i] as Buffer;
    const head = Buffer.from(`\x03${i}\0`, 'latin1');
    parts.push(head, document);
    size += head.length + document.length;
  }
  return Buffer.concat([Buffer.from(`\x04${field}\0`), int32(size), ...parts, Buffer.from([0])]);
};

/** One field that holds a document already encoded. */
export const encodeDocumentField = (field: string, document: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`\x03${field}\0`), document]);

/** Joins encoded fields, and the fields of a small document, to one document. */
export const encodeFields = (fields: readonly Buffer[], rest: Document): Buffer => {
  const tail = encodeDocument(rest).subarray(4);
  const size = 4 + fields.reduce((sum, field) => sum + field.length, 0) + tail.length;
  return Buffer.concat([int32(size), ...fields, tail]);
};
