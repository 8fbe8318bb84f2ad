import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { compareValues } from '../values/compare.ts';
import { decodeDocument } from '../values/decode.ts';
import { encodeDocument } from '../values/encode.ts';
import { afterPrefix, KeyWriter, shortened } from '../values/keyEncoding.ts';
import { anyNumber, anyValue } from './support/values.ts';

const writer = new KeyWriter();
const encode = (value: unknown) => writer.begin(0).value(value).finish();
const encodeDescending = (value: unknown) => writer.begin(0).descendingValue(value).finish();

describe('the encoding of index keys', () => {
  it('orders any two values as comparing them does', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(Buffer.compare(encode(a), encode(b))).toBe(compareValues(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('orders any two numbers of different types by their exact value', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(Buffer.compare(encode(a), encode(b))).toBe(compareValues(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('orders descending fields the other way round', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(Buffer.compare(encodeDescending(a), encodeDescending(b))).toBe(compareValues(b, a));
      }),
    );
  });

  it('never makes one value the beginning of another', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        fc.pre(compareValues(a, b) !== 0);
        const [left, right] = [encode(a), encode(b)];
        expect(left.subarray(0, right.length).equals(right)).toBe(false);
      }),
    );
  });

  it('orders whole lists of values transitively', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 3, maxLength: 12 }), (values) => {
        const byValue = [...values].sort(compareValues).map((value) => encode(value).toString('hex'));
        const byKey = values.map((value) => encode(value).toString('hex')).sort();
        expect(byValue).toEqual(byKey);
      }),
    );
  });

  it('keeps long keys apart and of a length LMDB takes', () => {
    const long = (end: string) => shortened(encode('x'.repeat(5000) + end));
    expect(long('a')).toHaveLength(1900);
    expect(long('a').equals(long('b'))).toBe(false);
    expect(long('a').equals(long('a'))).toBe(true);
  });

  it('finds the first key after a prefix', () => {
    expect(afterPrefix(Buffer.from([1, 255, 255]))).toEqual(Buffer.from([2]));
    expect(afterPrefix(Buffer.from([255]))).toBeUndefined();
  });
});

describe('comparing numbers', () => {
  it.each([
    [Long.fromBigInt(2n ** 53n + 1n), 2 ** 53, 1],
    [Decimal128.fromString('0.1'), 0.1, -1],
    [Decimal128.fromString('1.10'), Decimal128.fromString('1.1'), 0],
    [new Double(1), 1, 0],
    [Number.NaN, Number.NEGATIVE_INFINITY, -1],
    [Decimal128.fromString('1E6000'), Number.MAX_VALUE, 1],
    [Decimal128.fromString('-1E6000'), -Number.MAX_VALUE, -1],
    [Decimal128.fromString('Infinity'), Number.POSITIVE_INFINITY, 0],
  ])('puts %p against %p exactly', (a, b, result) => {
    expect(compareValues(a, b)).toBe(result);
    expect(compareValues(b, a)).toBe(result === 0 ? 0 : -result);
  });
});

describe('decoding what was encoded', () => {
  it('gives the same bytes again, so every type is kept', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'x'), anyValue, { noNullPrototype: true }),
        (document) => {
          const bytes = encodeDocument(document);
          expect(encodeDocument(decodeDocument(bytes)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
