import { MongoError } from '../errors.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import type { Expression, Scope } from './expression.ts';
import type { Operator } from './operators.ts';
import { truthy } from './truth.ts';

const required = (
  operand: unknown,
  name: string,
  fields: readonly string[],
  optional: readonly string[] = [],
): Document => {
  if (!isDocument(operand)) throw new MongoError(28646, `${name} only supports an object as its argument`);
  for (const field of fields) {
    if (!(field in operand)) throw new MongoError(28648, `Missing '${field}' parameter to ${name}`);
  }
  for (const field of Object.keys(operand)) {
    if (!fields.includes(field) && !optional.includes(field))
      throw new MongoError(28647, `Unrecognized parameter to ${name}: ${field}`);
  }
  return operand;
};

const arrayOrNull = (value: unknown, name: string): unknown[] | null => {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) throw new MongoError(28651, `input to ${name} must be an array not ${typeNameOf(value)}`);
  return value;
};

const withVariables = (scope: Scope, added: Readonly<Record<string, unknown>>): Scope => ({
  root: scope.root,
  variables: { ...scope.variables, ...added },
});

const variableName = (value: unknown): string => {
  if (value === undefined) return 'this';
  if (typeof value !== 'string' || !/^[a-z][A-Za-z0-9_]*$/.test(value)) {
    throw new MongoError(16867, `'${String(value)}' starts with an invalid character for a user variable name`);
  }
  return value;
};

/** The operators that give variables to the expressions inside them. */
export const arrayOperators: Readonly<Record<string, Operator>> = {
  $map: (operand, parse, name) => {
    const fields = required(operand, name, ['input', 'in'], ['as']);
    const [input, inside, as] = [parse(fields['input']), parse(fields['in']), variableName(fields['as'])];
    return (scope) =>
      arrayOrNull(input(scope), name)?.map((element) => inside(withVariables(scope, { [as]: element })) ?? null) ??
      null;
  },
  $filter: (operand, parse, name) => {
    const fields = required(operand, name, ['input', 'cond'], ['as']);
    const [input, condition, as] = [parse(fields['input']), parse(fields['cond']), variableName(fields['as'])];
    return (scope) =>
      arrayOrNull(input(scope), name)?.filter((element) =>
        truthy(condition(withVariables(scope, { [as]: element }))),
      ) ?? null;
  },
  $reduce: (operand, parse, name) => {
    const fields = required(operand, name, ['input', 'initialValue', 'in']);
    const [input, initial, inside] = [parse(fields['input']), parse(fields['initialValue']), parse(fields['in'])];
    return (scope) =>
      arrayOrNull(input(scope), name)?.reduce(
        (value, element) => inside(withVariables(scope, { this: element, value })),
        initial(scope),
      ) ?? null;
  },
  $let: (operand, parse, name) => {
    const fields = required(operand, name, ['vars', 'in']);
    if (!isDocument(fields['vars'])) throw new MongoError(10065, 'invalid parameter: expected an object (vars)');
    const variables = Object.entries(fields['vars']).map(([key, value]) => [variableName(key), parse(value)] as const);
    const inside: Expression = parse(fields['in']);
    return (scope) =>
      inside(withVariables(scope, Object.fromEntries(variables.map(([key, value]) => [key, value(scope)]))));
  },
};
