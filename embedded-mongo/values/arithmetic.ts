import { Decimal128, Double, Long } from 'bson';
import { isInt32 } from './document.ts';
import { type Numeric, type Scientific, toNumber, toScientific } from './numbers.ts';

const longMin = -(2n ** 63n);
const longMax = 2n ** 63n - 1n;

type NumberType = 'int' | 'long' | 'double' | 'decimal';

export const numberTypeOf = (value: Numeric): NumberType => {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Double) return 'double';
  return typeof value === 'bigint' || value instanceof Long ? 'long' : 'int';
};

/** A double that keeps its type when it is encoded. */
export const asDouble = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

/** A whole number in the smallest type that holds it, but at least a long if one of its parts was. */
export const asWhole = (value: bigint, atLeastLong: boolean): Numeric | undefined => {
  if (!atLeastLong && value >= -(2n ** 31n) && value < 2n ** 31n) return Number(value);
  return value >= longMin && value <= longMax ? Long.fromBigInt(value) : undefined;
};

const combine = (
  a: Numeric,
  b: Numeric,
  whole: (a: bigint, b: bigint) => bigint,
  double: (a: number, b: number) => number,
  exact: (a: Scientific, b: Scientific) => Scientific,
): Numeric | undefined => {
  const types = [numberTypeOf(a), numberTypeOf(b)];
  if (types.includes('decimal')) {
    const [left, right] = [asScientific(a), asScientific(b)];
    return left && right
      ? asDecimal(exact(left, right))
      : Decimal128.fromString(String(double(toNumber(a), toNumber(b))));
  }
  if (types.includes('double')) return asDouble(double(toNumber(a), toNumber(b)));
  return asWhole(whole(asBigInt(a), asBigInt(b)), types.includes('long'));
};

export const asBigInt = (value: Numeric): bigint => {
  if (typeof value === 'bigint') return value;
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));
};

/** A decimal, rounded to the 34 digits it can hold. */
const asDecimal = ({ digits, exponent }: Scientific): Decimal128 =>
  Decimal128.fromStringWithRounding(`${digits}E${exponent >= 0 ? '+' : ''}${exponent}`);

const asScientific = (value: Numeric): Scientific | undefined => {
  if (value instanceof Decimal128)
    return Number.isFinite(toNumber(value)) || /^\d|^-\d/.test(value.toString()) ? toScientific(value) : undefined;
  if (numberTypeOf(value) !== 'double') return { digits: asBigInt(value), exponent: 0 };
  const number = toNumber(value);
  // MongoDB takes 15 significant digits of a double that meets a decimal.
  return Number.isFinite(number) ? toScientific(Decimal128.fromString(number.toPrecision(15))) : undefined;
};

const align = (a: Scientific, b: Scientific): [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - exponent), b.digits * 10n ** BigInt(b.exponent - exponent), exponent];
};

/** The sum in MongoDB's type for it, or undefined when a long overflows. */
export const add = (a: Numeric, b: Numeric): Numeric | undefined =>
  combine(
    a,
    b,
    (left, right) => left + right,
    (left, right) => left + right,
    (left, right) => {
      const [first, second, exponent] = align(left, right);
      return { digits: first + second, exponent };
    },
  );

/** The difference, or undefined when a long overflows. */
export const subtract = (a: Numeric, b: Numeric): Numeric | undefined =>
  combine(
    a,
    b,
    (left, right) => left - right,
    (left, right) => left - right,
    (left, right) => {
      const [first, second, exponent] = align(left, right);
      return { digits: first - second, exponent };
    },
  );

/** The product, or undefined when a long overflows. */
export const multiply = (a: Numeric, b: Numeric): Numeric | undefined =>
  combine(
    a,
    b,
    (left, right) => left * right,
    (left, right) => left * right,
    (left, right) => ({ digits: left.digits * right.digits, exponent: left.exponent + right.exponent }),
  );

/** The sum as `$add` reckons it, number by number: a long that overflows is a double. */
export const addAll = (numbers: readonly Numeric[]): Numeric =>
  numbers.reduce<Numeric>((sum, number) => add(sum, number) ?? asDouble(toNumber(sum) + toNumber(number)), 0);
