import type { Operator } from './operators.ts';

/** Operators that mingo evaluates, each compared with MongoDB's manual in the tests. */
export const delegatedOperators: ReadonlyMap<string, Operator> = new Map();

/** Names of expression operators MongoDB has, used only to word refusals. */
export const mongoOperators: ReadonlySet<string> = new Set(['$function', '$accumulator', '$rand', '$meta', '$where']);
