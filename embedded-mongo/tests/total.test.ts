import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { totalOf } from '../values/total.ts';

describe('a sum', () => {
  it('of ten times 0.1 is 1, and carries small parts past large ones', () => {
    expect(totalOf(Array.from({ length: 10 }, () => 0.1)).sum()).toEqual(new Double(1));
    expect(totalOf([1e16, 1.5, -1e16]).sum()).toBe(1.5);
    expect(totalOf([Long.fromString('9007199254740993'), 0.5, Long.fromString('-9007199254740992')]).sum()).toBe(1.5);
  });

  it('of whole numbers is exact, in the smallest type that holds it', () => {
    expect(totalOf([1, 2, 'x', null, undefined]).sum()).toBe(3);
    expect(totalOf([2_147_483_647, 1]).sum()).toEqual(Long.fromNumber(2_147_483_648));
    expect(totalOf([1, Long.fromNumber(1)]).sum()).toEqual(Long.fromNumber(2));
    expect(totalOf([Long.MAX_VALUE, 1]).sum()).toBe(2 ** 63);
    expect(totalOf([Long.MAX_VALUE, 1, -1]).sum()).toEqual(Long.MAX_VALUE);
    expect(totalOf([]).sum()).toBe(0);
  });

  it('keeps infinities, and is NaN only where their sum is', () => {
    expect(totalOf([Number.POSITIVE_INFINITY, 1, 0.5]).sum()).toBe(Number.POSITIVE_INFINITY);
    expect(totalOf([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]).sum()).toBeNaN();
    expect(totalOf([Number.NaN, 1]).sum()).toBeNaN();
  });

  it('of decimals and whole numbers is exact; with doubles it is refused', () => {
    const price = Decimal128.fromString('0.10');
    expect(totalOf([price, 2, Long.fromNumber(3)]).sum()).toEqual(Decimal128.fromString('5.10'));
    expect(() => totalOf([price, 0.5]).sum()).toThrow('decimals and doubles');
  });

  it('does not depend on the order of its parts', () => {
    const parts = fc.array(fc.oneof(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true })), { maxLength: 30 });
    fc.assert(
      fc.property(parts, (numbers) => {
        const backwards = [...numbers].reverse();
        expect(Number(totalOf(backwards).mean())).toBe(Number(totalOf(numbers).mean()));
      }),
    );
  });
});

describe('a mean', () => {
  it('is a double, and null of nothing', () => {
    expect(totalOf([1, 2, 'x', null]).mean()).toBe(1.5);
    expect(totalOf([2, Long.fromNumber(4)]).mean()).toEqual(new Double(3));
    expect(totalOf(Array.from({ length: 10 }, () => 0.1)).mean()).toBe(0.1);
    expect(totalOf(['x', null]).mean()).toBeNull();
    expect(() => totalOf([Decimal128.fromString('1')]).mean()).toThrow('average of decimals');
  });
});
