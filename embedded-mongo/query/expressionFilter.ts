import { evaluate, parseExpression } from '../aggregation/expression.ts';
import { truthy } from '../aggregation/truth.ts';
import type { Test } from './filter.ts';

/** Compiles the operand of `$expr`. */
export const compileExpression = (operand: unknown): { test: Test; fields: 'all' } => {
  const expression = parseExpression(operand);
  return { test: (document) => truthy(evaluate(expression, { root: document })), fields: 'all' };
};
