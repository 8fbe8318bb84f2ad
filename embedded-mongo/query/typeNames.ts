import { badValue } from '../errors.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';

const byNumber: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const names: ReadonlySet<string> = new Set(Object.values(byNumber));

/** Reads the operand of `$type`: an alias, a number, or an array of them; `number` stands for the four number types. */
export const parseTypes = (operand: unknown): ReadonlySet<string> => {
  const list: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) throw badValue('$type must match at least one type');
  return new Set(list.flatMap(parseType));
};

const parseType = (type: unknown): string[] => {
  if (type === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof type === 'string') {
    if (!names.has(type)) throw badValue(`Unknown type name alias: ${type}`);
    return [type];
  }
  const name = isNumeric(type) ? byNumber[toNumber(type)] : undefined;
  if (name === undefined) throw badValue('Invalid numerical type code');
  return [name];
};
