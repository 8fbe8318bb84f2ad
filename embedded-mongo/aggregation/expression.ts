import { MongoError, notSupported } from '../errors.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { splitPath, valueAt } from '../values/path.ts';
import { findOperator, isRefusedOperator } from './operators.ts';

/** What an expression may read: the document, and the variables around it. */
export type Scope = { readonly root: Document; readonly variables?: Readonly<Record<string, unknown>> };

/** A parsed expression. A missing value is undefined. */
export type Expression = (scope: Scope) => unknown;

export const evaluate = (expression: Expression, scope: Scope): unknown => expression(scope);

/**
 * Parses an aggregation expression.
 * @throws MongoError 168 for an operator that does not exist or is not supported
 */
export const parseExpression = (source: unknown): Expression => {
  if (typeof source === 'string' && source.startsWith('$')) return parseReference(source);
  if (Array.isArray(source)) {
    const elements = source.map(parseExpression);
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDocument(source)) return () => source;
  const entries = Object.entries(source);
  const operator = entries.find(([key]) => key.startsWith('$'))?.[0];
  if (operator === undefined) return parseObject(entries);
  if (entries.length !== 1) {
    throw new MongoError(
      15983,
      `An object representing an expression must have exactly one field, not ${entries.length}`,
    );
  }
  const build = findOperator(operator);
  if (!build) {
    if (isRefusedOperator(operator)) throw notSupported(`The expression ${operator}`, 168);
    throw new MongoError(168, `Unrecognized expression '${operator}'`);
  }
  return build(source[operator], parseExpression, operator);
};

const parseObject = (entries: readonly (readonly [string, unknown])[]): Expression => {
  for (const [field] of entries) {
    if (field.includes('.')) throw new MongoError(16412, `FieldPath field names may not contain '.' in '${field}'.`);
  }
  const fields = entries.map(([field, value]) => [field, parseExpression(value)] as const);
  return (scope) => {
    const result: Document = {};
    for (const [field, expression] of fields) {
      const value = expression(scope);
      if (value !== undefined) setField(result, field, value);
    }
    return result;
  };
};

const parseReference = (source: string): Expression => {
  if (!source.startsWith('$$')) {
    const path = splitPath(checkedPath(source.slice(1)));
    return ({ root }) => valueAt(root, path);
  }
  const [name = '', ...path] = splitPath(checkedPath(source.slice(2)));
  switch (name) {
    case 'ROOT':
      return ({ root }) => valueAt(root, path);
    case 'CURRENT':
      return ({ root }) => valueAt(root, path);
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return ({ variables }) => variables?.['NOW'] ?? new Date();
    default:
      if (/^[A-Z]/.test(name)) throw notSupported(`The variable $$${name}`, 17276);
      return ({ variables }) => {
        if (!variables || !Object.hasOwn(variables, name))
          throw new MongoError(17276, `Use of undefined variable: ${name}`);
        return valueAt(variables[name], path);
      };
  }
};

const checkedPath = (path: string): string => {
  if (path === '') throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
  if (path.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  if (path.split('.').includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  return path;
};
