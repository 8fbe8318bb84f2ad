import { Binary, BSONRegExp, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { notSupported } from '../errors.ts';
import { type Document, isInt32, setField } from './document.ts';

/** MongoDB's limits, which hello announces. */
export const largestDocument = 16 * 1024 * 1024;

/** Decodes a whole document. The types of all values are kept, so encoding the result writes what was read. */
export const decodeDocument = (bytes: Buffer, start = 0): Document => {
  const document: Document = {};
  const end = start + bytes.readInt32LE(start) - 1;
  let at = start + 4;
  while (at < end) {
    const type = bytes[at] as number;
    const nameEnd = bytes.indexOf(0, at + 1);
    const value = decodeValue(type, bytes, nameEnd + 1);
    setField(document, readName(bytes, at + 1, nameEnd), value);
    at = nameEnd + 1 + sizeOfValue(type, bytes, nameEnd + 1);
  }
  return document;
};

/** The names of top-level fields to decode, prepared once for many documents. */
export type FieldNames = { readonly names: readonly string[]; readonly encoded: readonly Buffer[] };

export const fieldNames = (names: Iterable<string>): FieldNames => {
  const unique = [...new Set(names)];
  return { names: unique, encoded: unique.map((name) => Buffer.from(name)) };
};

/** Decodes only the named top-level fields: a filter or an index rarely needs more, and decoding is most of a read. */
export const decodeFields = (bytes: Buffer, wanted: FieldNames): Document => {
  const document: Document = {};
  const end = bytes.length - 1;
  let missing = wanted.names.length;
  let at = 4;
  while (at < end && missing > 0) {
    const type = bytes[at] as number;
    const nameEnd = endOfName(bytes, at + 1);
    const found = indexOfName(bytes, at + 1, nameEnd, wanted.encoded);
    if (found >= 0) {
      setField(document, wanted.names[found] as string, decodeValue(type, bytes, nameEnd + 1));
      missing -= 1;
    }
    at = nameEnd + 1 + sizeOfValue(type, bytes, nameEnd + 1);
  }
  return document;
};

export const endOfName = (bytes: Buffer, start: number): number => {
  let at = start;
  while (bytes[at] !== 0) at += 1;
  return at;
};

const indexOfName = (bytes: Buffer, start: number, end: number, wanted: readonly Buffer[]): number => {
  const length = end - start;
  for (let i = 0; i < wanted.length; i += 1) {
    const name = wanted[i] as Buffer;
    if (name.length !== length) continue;
    let at = 0;
    while (at < length && name[at] === bytes[start + at]) at += 1;
    if (at === length) return i;
  }
  return -1;
};

const readName = (bytes: Buffer, start: number, end: number): string => {
  let name = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 128) return bytes.toString('utf8', start, end);
    name += String.fromCharCode(byte);
  }
  return name;
};

const copyOf = (bytes: Buffer, start: number, end: number): Buffer => Buffer.from(bytes.subarray(start, end));

/** Decodes one value of the given BSON type. */
export const decodeValue = (type: number, bytes: Buffer, at: number): unknown => {
  switch (type) {
    case 1: {
      const value = bytes.readDoubleLE(at);
      // The serialiser would write such a double as an int; the wrapper keeps its type.
      return isInt32(value) ? new Double(value) : value;
    }
    case 2:
      return bytes.toString('utf8', at + 4, at + 3 + bytes.readInt32LE(at));
    case 3:
      return decodeDocument(bytes, at);
    case 4:
      return decodeArray(bytes, at);
    case 5: {
      const length = bytes.readInt32LE(at);
      return new Binary(copyOf(bytes, at + 5, at + 5 + length), bytes[at + 4] as number);
    }
    case 7:
      return new ObjectId(copyOf(bytes, at, at + 12));
    case 8:
      return bytes[at] === 1;
    case 9:
      return decodeDate(Number(bytes.readBigInt64LE(at)));
    case 6:
    case 10:
      return null;
    case 11: {
      const patternEnd = bytes.indexOf(0, at);
      return new BSONRegExp(
        bytes.toString('utf8', at, patternEnd),
        bytes.toString('utf8', patternEnd + 1, bytes.indexOf(0, patternEnd + 1)),
      );
    }
    case 13:
      return new Code(bytes.toString('utf8', at + 4, at + 3 + bytes.readInt32LE(at)));
    case 15: {
      const codeLength = bytes.readInt32LE(at + 4);
      return new Code(bytes.toString('utf8', at + 8, at + 7 + codeLength), decodeDocument(bytes, at + 8 + codeLength));
    }
    case 16:
      return bytes.readInt32LE(at);
    case 17:
      return new Timestamp({ t: bytes.readUInt32LE(at + 4), i: bytes.readUInt32LE(at) });
    case 18:
      return new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
    case 19:
      return new Decimal128(copyOf(bytes, at, at + 16));
    case 255:
      return new MinKey();
    case 127:
      return new MaxKey();
    default:
      throw notSupported(`The BSON type ${type}`);
  }
};

/** A date a JavaScript Date cannot hold would be stored as another one. */
const decodeDate = (time: number): Date => {
  if (Math.abs(time) > 8.64e15) throw notSupported(`A date ${time} milliseconds from 1970`, 2);
  return new Date(time);
};

const decodeArray = (bytes: Buffer, start: number): unknown[] => {
  const values: unknown[] = [];
  const end = start + bytes.readInt32LE(start) - 1;
  let at = start + 4;
  while (at < end) {
    const type = bytes[at] as number;
    const valueStart = endOfName(bytes, at + 1) + 1;
    values.push(decodeValue(type, bytes, valueStart));
    at = valueStart + sizeOfValue(type, bytes, valueStart);
  }
  return values;
};

/** How many bytes a value of the given BSON type takes. */
export const sizeOfValue = (type: number, bytes: Buffer, at: number): number => {
  switch (type) {
    case 6:
    case 10:
    case 127:
    case 255:
      return 0;
    case 8:
      return 1;
    case 16:
      return 4;
    case 1:
    case 9:
    case 17:
    case 18:
      return 8;
    case 7:
      return 12;
    case 19:
      return 16;
    case 2:
    case 13:
      return 4 + bytes.readInt32LE(at);
    case 3:
    case 4:
    case 15:
      return bytes.readInt32LE(at);
    case 5:
      return 5 + bytes.readInt32LE(at);
    case 11: {
      const patternEnd = bytes.indexOf(0, at);
      return bytes.indexOf(0, patternEnd + 1) + 1 - at;
    }
    default:
      throw notSupported(`The BSON type ${type}`);
  }
};
