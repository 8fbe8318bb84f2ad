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

/** A field, or fields, already encoded: pieces that are joined only once, when the answer is sent. */
export type EncodedFields = readonly Buffer[];

const sizeOf = (pieces: EncodedFields): number => {
  let size = 0;
  for (const piece of pieces) size += piece.length;
  return size;
};

const endOfDocument = Buffer.from([0]);

/** What comes before the element of an array: its type and its position. */
const elementHeads = Array.from({ length: 1000 }, (_, i) => Buffer.from(`\x03${i}\0`, 'latin1'));

/** Puts documents that are already BSON into an array field, which saves decoding and encoding every document of a find. */
export const encodeArrayField = (field: string, documents: readonly Buffer[]): EncodedFields => {
  const elements: Buffer[] = [];
  for (let i = 0; i < documents.length; i += 1) {
    elements.push(elementHeads[i] ?? Buffer.from(`\x03${i}\0`, 'latin1'), documents[i] as Buffer);
  }
  return [Buffer.from(`\x04${field}\0`), int32(sizeOf(elements) + 5), ...elements, endOfDocument];
};

/** One field that holds a document made of encoded fields and the fields of a small document. */
export const encodeDocumentField = (field: string, fields: EncodedFields, rest: Document): EncodedFields => [
  Buffer.from(`\x03${field}\0`),
  ...encodeFields(fields, rest),
];

/** A document made of encoded fields and the fields of a small document. */
export const encodeFields = (fields: EncodedFields, rest: Document): EncodedFields => {
  const tail = encodeDocument(rest).subarray(4);
  return [int32(4 + sizeOf(fields) + tail.length), ...fields, tail];
};
