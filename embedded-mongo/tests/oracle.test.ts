import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFilter } from '../query/filter.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { compareBy, type Json, matches, type Values } from './support/oracle.ts';

const scalar: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(null, 0, 1, 2, 1.5, 'a', 'b', true, false);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.constantFrom('b', 'c', '0'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
    },
  ),
}));
const document: fc.Arbitrary<Values> = fc.record({ a: value, b: value }, { requiredKeys: [], noNullPrototype: true });
const path = fc.constantFrom('a', 'b', 'a.b', 'a.c', 'a.0', 'a.1', 'a.b.c', 'a.0.b', 'a.0.0', 'a.1.0', 'b.0');

const plain = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value),
  fc.tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(value, { maxLength: 3 })),
  fc.tuple(fc.constant('$exists'), fc.boolean()),
  fc.tuple(fc.constant('$size'), fc.nat(3)),
);
const operators = (entry: fc.Arbitrary<[string, Json]>): fc.Arbitrary<Values> =>
  fc.array(entry, { minLength: 1, maxLength: 2 }).map((entries) => Object.fromEntries(entries));
const asked: fc.Arbitrary<Json> = fc.oneof(
  { weight: 2, arbitrary: value },
  { weight: 3, arbitrary: operators(plain as fc.Arbitrary<[string, Json]>) },
  { weight: 1, arbitrary: operators(plain as fc.Arbitrary<[string, Json]>).map(($not) => ({ $not })) },
);
/** `$all` is left out here: inside `$elemMatch` MongoDB reads it as equalities of the element itself. */
const ofElements: fc.Arbitrary<Values> = fc.oneof(
  operators(plain as fc.Arbitrary<[string, Json]>).filter((one) => !('$all' in one)),
  operators(plain as fc.Arbitrary<[string, Json]>)
    .filter((one) => !('$all' in one))
    .map(($elemMatch) => ({ $elemMatch })),
  fc.dictionary(fc.constantFrom('b', 'c', '0', 'b.c', 'b.0'), asked, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
);
const onPath = fc.oneof(
  { weight: 3, arbitrary: asked },
  { weight: 1, arbitrary: ofElements.map(($elemMatch) => ({ $elemMatch })) },
);
const fields: fc.Arbitrary<Values> = fc.dictionary(path, onPath, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const filter: fc.Arbitrary<Values> = fc.oneof(
  { weight: 4, arbitrary: fields },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(fields, { minLength: 1, maxLength: 2 }))
      .map(([operator, branches]) => ({ [operator]: branches })),
  },
);

/** As it arrives from a client. */
const received = (source: Values): Document => decodeDocument(encodeDocument(source));

describe('a filter', () => {
  it('finds what its meaning, written down a second time, says', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(document, { minLength: 8, maxLength: 8 }), filter, (documents, source) => {
        const parsed = parseFilter(received(source));
        for (const one of documents) {
          const expected = matches(one, source);
          expect({ one, source, matches: parsed.test(received(one)) }).toEqual({ one, source, matches: expected });
          if (expected) found += 1;
        }
      }),
      { numRuns: 5_000 },
    );
    expect(found).toBeGreaterThan(1_000);
  });
});

describe('a sort', () => {
  const inner = fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2, noNullPrototype: true });
  const element = fc.oneof(inner, scalar);
  const sorted: fc.Arbitrary<Values> = fc.record(
    {
      a: fc.oneof(scalar, scalar, fc.array(scalar, { maxLength: 3 })),
      c: fc.oneof(inner, scalar, fc.array(element, { maxLength: 3 })),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const order = fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'c.x', 'c.y', 'c'), fc.constantFrom(1 as const, -1 as const)),
    { minLength: 1, maxLength: 3, selector: ([path]) => path },
  );

  it('puts any two documents in the order its meaning, written down a second time, says', () => {
    fc.assert(
      fc.property(sorted, sorted, order, (one, other, sort) => {
        const fields = parseSort(Object.fromEntries(sort));
        const keyOf = (source: Values) => sortKeyOf(received(source), fields);
        const expected = compareBy(one, other, sort);
        if (expected === undefined) expect(() => [keyOf(one), keyOf(other)]).toThrow('parallel arrays');
        else expect(Math.sign(compareSortKeys(keyOf(one), keyOf(other), fields))).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });
});
