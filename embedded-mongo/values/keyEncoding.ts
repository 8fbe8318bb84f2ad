import { createHash } from 'node:crypto';
import { type Binary, type BSONRegExp, type Code, Decimal128, Long, type ObjectId, type Timestamp } from 'bson';
import { typeOrder, typeOrderOf } from './compare.ts';
import type { Document } from './document.ts';
import { compareScientificToDouble, type Numeric, type Scientific, toNumber, toScientific } from './numbers.ts';

/**
 * Writes values as bytes whose order is the order of the values: `memcmp(encode(a), encode(b)) = compareValues(a, b)`.
 * Every encoding ends itself (none is the beginning of another), so encodings can be joined to compound keys, and
 * inverting all its bytes reverses its order.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(2048);
  private length = 0;

  /** Starts a new key that begins with the number of the index. */
  begin(indexId: number): this {
    this.length = 0;
    this.uint32(indexId);
    return this;
  }

  /** Appends one value, in ascending order. */
  value(value: unknown): this {
    writeValue(this, value);
    return this;
  }

  /** Appends one value in descending order. */
  descendingValue(value: unknown): this {
    const start = this.length;
    writeValue(this, value);
    for (let i = start; i < this.length; i += 1) this.bytes[i] = 255 - (this.bytes[i] as number);
    return this;
  }

  /** The bytes written so far, as a copy. */
  finish(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  get size(): number {
    return this.length;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeUInt32BE(value, this.length);
  }

  uint48(value: number): void {
    this.reserve(6);
    this.length = this.bytes.writeUIntBE(value, this.length, 6);
  }

  /** A double as eight bytes in numeric order. */
  double(value: number): void {
    this.reserve(8);
    const start = this.length;
    this.length = this.bytes.writeDoubleBE(value === 0 ? 0 : value, start);
    // Positive doubles already sort as bytes once the sign bit is set; negative ones sort backwards.
    const flip = (this.bytes[start] as number) & 0x80 ? 0xff : 0;
    this.bytes[start] = (this.bytes[start] as number) ^ (flip || 0x80);
    if (flip) for (let i = start + 1; i < this.length; i += 1) this.bytes[i] = (this.bytes[i] as number) ^ flip;
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A text ended by a zero; a zero inside it is followed by 255, so that the shorter text still sorts first. */
  text(value: string): void {
    this.reserve(value.length * 3 + 2);
    const start = this.length;
    this.length += this.bytes.write(value, start, 'utf8');
    if (this.bytes.subarray(start, this.length).includes(0)) {
      const zeroes = Buffer.from(this.bytes.subarray(start, this.length));
      this.length = start;
      for (const byte of zeroes) {
        this.byte(byte);
        if (byte === 0) this.byte(255);
      }
    }
    this.byte(0);
    this.byte(0);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + more) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const writeValue = (out: KeyWriter, value: unknown): void => {
  const order = typeOrderOf(value);
  out.byte(order);
  switch (order) {
    case typeOrder.number:
      writeNumber(out, value as Numeric);
      break;
    case typeOrder.string:
      out.text(value as string);
      break;
    case typeOrder.object:
      writeDocument(out, value as Document);
      break;
    case typeOrder.array:
      for (const element of value as unknown[]) writeValue(out, element);
      out.byte(0);
      break;
    case typeOrder.binary:
      out.uint32((value as Binary).length());
      out.byte((value as Binary).sub_type);
      out.raw((value as Binary).value());
      break;
    case typeOrder.objectId:
      out.raw((value as ObjectId).id);
      break;
    case typeOrder.boolean:
      out.byte(value ? 1 : 0);
      break;
    case typeOrder.date:
      out.double((value as Date).getTime());
      break;
    case typeOrder.timestamp:
      out.uint32((value as Timestamp).getHighBitsUnsigned());
      out.uint32((value as Timestamp).getLowBitsUnsigned());
      break;
    case typeOrder.regex:
      out.text((value as BSONRegExp).pattern);
      out.text((value as BSONRegExp).options);
      break;
    case typeOrder.code:
    case typeOrder.codeWithScope:
      out.text((value as Code).code);
      writeDocument(out, (value as Code).scope ?? {});
      break;
    default:
  }
};

const writeDocument = (out: KeyWriter, document: Document): void => {
  for (const field of Object.keys(document)) {
    out.byte(typeOrderOf(document[field]));
    out.text(field);
    writeValue(out, document[field]);
  }
  out.byte(0);
};

/**
 * A number is the greatest double that is not above it, then 0 when that is exact, or 1 and its exact digits: the digits
 * only ever decide between long or decimal numbers that lie between the same two doubles.
 */
const writeNumber = (out: KeyWriter, value: Numeric): void => {
  const nearest = toNumber(value);
  if (Number.isNaN(nearest)) {
    // NaN sorts before every number, below negative infinity.
    out.byte(0);
    return;
  }
  out.byte(1);
  if (isExactDouble(value, nearest)) {
    out.double(nearest);
    out.byte(0);
    return;
  }
  const exact = toScientific(value as Long | bigint | Decimal128);
  const floor = floorDouble(exact, nearest);
  out.double(floor);
  if (Number.isFinite(floor) && compareScientificToDouble(exact, floor) === 0) {
    out.byte(0);
  } else {
    out.byte(1);
    writeScientific(out, exact);
  }
};

/** Whether the nearest double is known to be the number itself. */
const isExactDouble = (value: Numeric, nearest: number): boolean => {
  if (value instanceof Decimal128) return /^-?Inf/.test(value.toString());
  return !(value instanceof Long || typeof value === 'bigint') || Number.isSafeInteger(nearest);
};

const floorDouble = (exact: Scientific, nearest: number): number => {
  if (nearest === Infinity) return Number.MAX_VALUE;
  if (nearest === -Infinity) return -Infinity;
  return compareScientificToDouble(exact, nearest) < 0 ? nextBelow(nearest) : nearest;
};

const view = new DataView(new ArrayBuffer(8));

const nextBelow = (value: number): number => {
  if (value === 0) return -Number.MIN_VALUE;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
};

/** Sign, power of ten and digits in order; a negative number is a positive one inverted. */
const writeScientific = (out: KeyWriter, { digits, exponent }: Scientific): void => {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString();
  const magnitude = text.length + exponent + 0x8000;
  const bytes = Buffer.concat([
    Buffer.from([magnitude >> 8, magnitude & 255]),
    Buffer.from(text.replace(/0+$/, '')),
    Buffer.from([0]),
  ]);
  out.byte(negative ? 0 : 1);
  if (negative) for (let i = 0; i < bytes.length; i += 1) bytes[i] = 255 - (bytes[i] as number);
  out.raw(bytes);
};

/** LMDB takes keys of 1978 bytes; this leaves room for the record number that follows the values. */
export const longestKey = 1900;
const keptBytes = longestKey - 20;

/**
 * Shortens a key that LMDB cannot hold: its beginning and a hash of all of it. Equal keys stay equal, different ones
 * different; the order among keys with the same beginning is lost, so the planner must not sort by such an index.
 */
export const shortened = (key: Buffer): Buffer =>
  key.length <= longestKey ? key : Buffer.concat([key.subarray(0, keptBytes), createHash('sha1').update(key).digest()]);

/** The first key after all keys that begin with these bytes, or undefined when there is none. */
export const afterPrefix = (prefix: Buffer): Buffer | undefined => {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 255) end -= 1;
  if (end === 0) return undefined;
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] as number) + 1;
  return next;
};

/** A bound cut to the part of a long key that still is in order. */
export const clampedBound = (bound: Buffer): Buffer =>
  bound.length <= keptBytes ? bound : Buffer.from(bound.subarray(0, keptBytes));
