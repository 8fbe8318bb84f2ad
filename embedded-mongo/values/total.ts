import { Decimal128 } from 'bson';
import { notSupported } from '../errors.ts';
import { add, asBigInt, asDouble, asWhole, numberTypeOf } from './arithmetic.ts';
import { isNumeric, type Numeric, toNumber } from './numbers.ts';

/** As far as numbers are added as numbers: one more int keeps the sum exact. */
const exactLimit = 2 ** 52;

/**
 * Adds up as `$sum` and `$avg` do: whole numbers exactly, and doubles with the error of each addition carried along, so
 * that ten times 0.1 is 1 (Knuth's two-sum, TAOCP 4.2.2; MongoDB sums so since 3.4).
 */
export class Total {
  count = 0;
  private whole = 0n;
  private small = 0;
  private widest: 'int' | 'long' | 'double' = 'int';
  private double = 0;
  private error = 0;
  /** Without errors carried along, which turn an infinity into NaN. */
  private plain = 0;
  private decimal: Decimal128 | undefined;

  /** Takes a number in; everything else is skipped. */
  add(value: unknown): void {
    if (!isNumeric(value)) return;
    this.count += 1;
    const type = numberTypeOf(value);
    if (type === 'decimal') {
      this.decimal = add(this.decimal ?? 0, value) as Decimal128;
    } else if (type === 'double') {
      this.widest = 'double';
      this.addDouble(toNumber(value));
    } else if (type === 'long') {
      if (this.widest === 'int') this.widest = 'long';
      this.whole += asBigInt(value);
    } else {
      this.small += toNumber(value);
      if (Math.abs(this.small) > exactLimit) this.settle();
    }
  }

  /** The sum in the widest type of what was added; a long that overflows is a double. */
  sum(): Numeric {
    this.settle();
    if (this.decimal !== undefined) {
      // MongoDB takes 34 digits of the doubles here, and 15 wherever else they meet a decimal.
      if (this.widest === 'double') throw notSupported('The sum of decimals and doubles', 14);
      return add(this.decimal, Decimal128.fromString(String(this.whole))) as Decimal128;
    }
    if (this.widest === 'double') return asDouble(this.nearestDouble());
    return asWhole(this.whole, this.widest === 'long') ?? asDouble(Number(this.whole));
  }

  /** The mean as a double, or null when there is nothing. Decimals are refused: their mean would be rounded. */
  mean(): number | ReturnType<typeof asDouble> | null {
    if (this.decimal !== undefined) throw notSupported('The average of decimals', 14);
    this.settle();
    return this.count === 0 ? null : asDouble(this.nearestDouble() / this.count);
  }

  private settle(): void {
    this.whole += BigInt(this.small);
    this.small = 0;
  }

  private addDouble(value: number): void {
    const sum = this.double + value;
    const rounded = sum - this.double;
    this.error += this.double - (sum - rounded) + (value - rounded);
    this.double = sum;
    this.plain += value;
  }

  private nearestDouble(): number {
    const high = Number(this.whole);
    const sum = new Total();
    for (const part of [this.double, this.error, high, Number(this.whole - BigInt(high))]) sum.addDouble(part);
    const nearest = sum.double + sum.error;
    return Number.isNaN(nearest) ? this.plain + high : nearest;
  }
}

export const totalOf = (values: Iterable<unknown>): Total => {
  const total = new Total();
  for (const value of values) total.add(value);
  return total;
};
