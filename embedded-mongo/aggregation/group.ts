import { MongoError, notSupported } from '../errors.ts';
import { assertInMemory, pause } from '../plan/query.ts';
import { compareValues } from '../values/compare.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { KeyWriter } from '../values/keyEncoding.ts';
import { Total } from '../values/total.ts';
import { type Expression, parseExpression } from './expression.ts';
import type { StageParser } from './flow.ts';
import { sizeOf } from './size.ts';

/** Takes in the values of a group one by one. `add` tells how many bytes it has come to hold. */
type Accumulator = { add(value: unknown): number; result(): unknown };

const writer = new KeyWriter();
const keyOf = (value: unknown): string => writer.begin(0).value(value).finish().toString('latin1');

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => totalled((total) => total.sum()),
  $avg: () => totalled((total) => total.mean()),
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: { value: unknown } | undefined;
    return {
      add: (value) => {
        if (first) return 0;
        first = { value };
        return sizeOf(value);
      },
      result: () => first?.value ?? null,
    };
  },
  $last: () => {
    let last: unknown;
    return {
      add: (value) => {
        last = value;
        return 0;
      },
      result: () => last ?? null,
    };
  },
  $push: () => {
    const list: unknown[] = [];
    return {
      add: (value) => {
        if (value === undefined) return 0;
        list.push(value);
        return sizeOf(value);
      },
      result: () => list,
    };
  },
  $addToSet: () => {
    const set = new Map<string, unknown>();
    return {
      add: (value) => {
        const key = keyOf(value);
        if (value === undefined || set.has(key)) return 0;
        set.set(key, value);
        return sizeOf(value) + key.length;
      },
      result: () => [...set.values()],
    };
  },
};

const totalled = (result: (total: Total) => unknown): Accumulator => {
  const total = new Total();
  return {
    add: (value) => {
      total.add(value);
      return 0;
    },
    result: () => result(total),
  };
};

const extreme = (sign: 1 | -1): Accumulator => {
  let best: unknown;
  return {
    add: (value) => {
      if (value !== null && value !== undefined && (best === undefined || compareValues(value, best) * sign > 0))
        best = value;
      return 0;
    },
    result: () => best ?? null,
  };
};

const refusedAccumulators: ReadonlySet<string> = new Set([
  '$accumulator',
  '$bottom',
  '$bottomN',
  '$firstN',
  '$lastN',
  '$maxN',
  '$median',
  '$mergeObjects',
  '$minN',
  '$percentile',
  '$stdDevPop',
  '$stdDevSamp',
  '$top',
  '$topN',
]);

type Field = { readonly name: string; readonly make: () => Accumulator; readonly argument: Expression };

const parseField = (name: string, source: unknown): Field => {
  if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw new MongoError(40236, `The field name '${name}' cannot be an operator name`);
  const entries = isDocument(source) ? Object.entries(source) : [];
  const [entry] = entries;
  if (!entry) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
  if (entries.length !== 1) throw new MongoError(40238, `The field '${name}' must specify one accumulator`);
  const [operator, operand] = entry;
  if (operator === '$count') {
    if (!isDocument(operand) || Object.keys(operand).length > 0)
      throw new MongoError(9, '$count takes no arguments, i.e. $count:{}');
    return { name, make: accumulators['$sum'] as () => Accumulator, argument: () => 1 };
  }
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) {
    if (refusedAccumulators.has(operator)) throw notSupported(`The accumulator ${operator}`, 15952);
    throw new MongoError(15952, `unknown group operator '${operator}'`);
  }
  return { name, make, argument: parseExpression(operand) };
};

export const group: StageParser = (operand) => {
  if (!isDocument(operand)) throw new MongoError(15947, "a group's fields must be specified in an object");
  if (!('_id' in operand)) throw new MongoError(15955, 'a group specification must include an _id');
  const id = parseExpression(operand['_id']);
  const fields = Object.entries(operand)
    .filter(([name]) => name !== '_id')
    .map(([name, source]) => parseField(name, source));
  return function* (input) {
    const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>();
    let size = 0;
    for (const one of input) {
      if (one === pause) {
        yield pause;
        continue;
      }
      const value = id({ root: one });
      const key = keyOf(value);
      let found = groups.get(key);
      if (!found) {
        found = { id: value ?? null, accumulators: fields.map(({ make }) => make()) };
        groups.set(key, found);
        size += key.length * 2 + 100 + fields.length * 50;
      }
      for (const [i, { argument }] of fields.entries())
        size += found.accumulators[i]?.add(argument({ root: one })) ?? 0;
      assertInMemory(size, '$group');
    }
    for (const { id: groupId, accumulators: results } of groups.values()) {
      const document: Document = { _id: groupId };
      for (const [i, { name }] of fields.entries()) setField(document, name, results[i]?.result());
      yield document;
    }
  };
};
