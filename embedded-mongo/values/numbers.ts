import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';

/** A value of one of MongoDB's four number types. */
export type Numeric = number | bigint | Double | Int32 | Long | Decimal128;

export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  (typeof value === 'object' &&
    value !== null &&
    ((value instanceof Long && !(value instanceof Timestamp)) ||
      value instanceof Double ||
      value instanceof Decimal128 ||
      value instanceof Int32));

/** The nearest JavaScript number. Exact for ints and doubles; longs and decimals may be rounded. */
export const toNumber = (value: Numeric): number => {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal128) return decimalToNumber(value);
  return Number(value instanceof Long ? value.toNumber() : value);
};

const decimalToNumber = (value: Decimal128): number => {
  const text = value.toString();
  if (text === 'NaN') return Number.NaN;
  return Number(text.replace(/^(-?)Inf.*/i, '$1Infinity'));
};

/** An exact number: `digits` times ten to the `exponent`. */
export type Scientific = { readonly digits: bigint; readonly exponent: number };

/** The exact value of a finite long or decimal, which a double may not be able to hold. */
export const toScientific = (value: Long | bigint | Decimal128): Scientific => {
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  if (value instanceof Long) return { digits: value.toBigInt(), exponent: 0 };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
  if (!match) throw new RangeError(`Not a finite decimal: ${value.toString()}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
};

/** A finite double as an exact fraction `numerator / 2^shift`. */
const toFraction = (value: number): { numerator: bigint; shift: number } => {
  let scaled = value;
  let shift = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1;
  }
  return { numerator: BigInt(scaled), shift };
};

/** Compares an exact number with a finite double, without rounding either. */
export const compareScientificToDouble = (exact: Scientific, double: number): number => {
  // A decimal's exponent reaches 6144; beyond a double's range the magnitudes decide, without giant powers.
  const magnitude = exact.digits === 0n ? -Infinity : exact.digits.toString().replace('-', '').length + exact.exponent;
  if (magnitude > 310) return exact.digits > 0n ? 1 : -1;
  if (magnitude < -330) {
    if (double !== 0) return double > 0 ? -1 : 1;
    return exact.digits === 0n ? 0 : exact.digits > 0n ? 1 : -1;
  }
  const { numerator, shift } = toFraction(double);
  const power = 10n ** BigInt(Math.abs(exact.exponent));
  const left = (exact.exponent >= 0 ? exact.digits * power : exact.digits) << BigInt(shift);
  const right = exact.exponent >= 0 ? numerator : numerator * power;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Compares two numbers of any types by value, exactly. NaN is the smallest number, as MongoDB orders it. */
export const compareNumbers = (a: Numeric, b: Numeric): number => {
  const left = toNumber(a);
  const right = toNumber(b);
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  if (left !== right && isExact(a, left) && isExact(b, right)) return left < right ? -1 : 1;
  if (isExact(a, left)) return isExact(b, right) ? 0 : 0 - compareInexact(b, left);
  if (isExact(b, right)) return compareInexact(a, right);
  return compareScientific(exactly(a), exactly(b));
};

const compareInexact = (value: Numeric, double: number): number =>
  Number.isFinite(double) ? compareScientificToDouble(exactly(value), double) : double > 0 ? -1 : 1;

const exactly = (value: Numeric): Scientific => toScientific(value as Long | bigint | Decimal128);

/** True when the JavaScript number stands for the value without rounding. */
const isExact = (value: Numeric, asNumber: number): boolean => {
  if (typeof value === 'number' || value instanceof Double || value instanceof Int32) return true;
  if (value instanceof Decimal128) return /^(NaN|-?Inf)/.test(value.toString());
  return Number.isSafeInteger(asNumber);
};

/** Compares two exact numbers; only digits within 40 places of each other are ever scaled. */
export const compareScientific = (a: Scientific, b: Scientific): number => {
  const signs = Number(a.digits > 0n) - Number(a.digits < 0n) - (Number(b.digits > 0n) - Number(b.digits < 0n));
  if (signs !== 0 || a.digits === 0n) return Math.sign(signs);
  const places = (value: Scientific) => value.digits.toString().replace('-', '').length + value.exponent;
  const negative = a.digits < 0n ? -1 : 1;
  const magnitude = places(a) - places(b);
  if (magnitude !== 0) return magnitude > 0 ? negative : -negative;
  const lowest = Math.min(a.exponent, b.exponent);
  const left = a.digits * 10n ** BigInt(a.exponent - lowest);
  const right = b.digits * 10n ** BigInt(b.exponent - lowest);
  return left < right ? -1 : left > right ? 1 : 0;
};
