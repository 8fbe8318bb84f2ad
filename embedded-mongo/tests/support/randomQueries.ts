/** Documents, filters, sorts and indexes made up at random, of few values so that they meet. */
import { Decimal128, Long } from 'bson';
import fc from 'fast-check';
import type { Document } from '../../values/document.ts';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(1.5, Long.fromNumber(2), Decimal128.fromString('1.5'), 'a', 'ab', 'abc', 'b', '', null, true, false),
  fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
);
const number = fc.integer({ min: 0, max: 4 });
const field = fc.oneof(
  { weight: 2, arbitrary: fc.array(number, { minLength: 1, maxLength: 3 }) },
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const nested = fc.oneof(
  { weight: 3, arbitrary: fc.record({ x: field }, { requiredKeys: [], noNullPrototype: true }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ x: number, y: number }, { requiredKeys: [], noNullPrototype: true }), {
      maxLength: 3,
    }),
  },
  { weight: 1, arbitrary: scalar },
);
export const document: fc.Arbitrary<Document> = fc.record(
  { a: field, b: scalar, c: nested },
  { requiredKeys: [], noNullPrototype: true },
);

const operand = fc.oneof(
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: fc.record({ $gte: number, $lt: number }) },
  { weight: 1, arbitrary: fc.record({ $gt: number, $lte: number }) },

  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar }) }),
  fc.constantFrom({ $regex: '^a' }, { $regex: '^ab?' }, { $regex: '^A', $options: 'i' }, { $type: 'string' }),
  scalar,
);
const path = fc.constantFrom('a', 'b', 'c', 'c.x', 'c.y');
const simpleFilter = fc.dictionary(path, operand, { maxKeys: 3, noNullPrototype: true });
export const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: simpleFilter },
  { weight: 1, arbitrary: fc.record({ $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ a: operand, $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      c: fc.record({ $elemMatch: fc.record({ x: operand, y: operand }, { requiredKeys: [], noNullPrototype: true }) }),
    }),
  },
);
const direction = fc.constantFrom(1 as const, -1 as const);
export const sort: fc.Arbitrary<Document> = fc.oneof(
  fc.constant({}),
  fc.dictionary(path, direction, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
);
export const index = fc.record({
  key: fc.dictionary(fc.constantFrom('a', 'b', 'c.x', 'c.y'), direction, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
  kind: fc.constantFrom('plain' as const, 'sparse' as const, 'partial' as const),
});
