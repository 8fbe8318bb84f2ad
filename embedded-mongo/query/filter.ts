import { BSONRegExp } from 'bson';
import { badValue, notSupported } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { isDocument } from '../values/document.ts';
import { type Path, splitPath } from '../values/path.ts';
import { compileExpression } from './expressionFilter.ts';
import { parsePredicate, refusedOperators } from './predicates.ts';
import { compileRegex } from './regex.ts';

/** True when the document passes. */
export type Test = (document: Document) => boolean;

/** What a filter asks of one path; the planner reads `operator` and `operand`, the scan runs `test`. */
export type Predicate = {
  readonly kind: 'predicate';
  readonly path: string;
  readonly operator: string;
  readonly operand: unknown;
  readonly test: Test;
  /** The filter on the elements, for an `$elemMatch` of documents. */
  readonly elements?: Filter;
};

/** A parsed filter. */
export type Filter =
  | Predicate
  | { readonly kind: 'and' | 'or' | 'nor'; readonly children: readonly Filter[]; readonly test: Test }
  | { readonly kind: 'expression'; readonly test: Test; readonly fields: readonly string[] | 'all' };

/**
 * Parses a filter.
 * @throws MongoError for an operator that does not exist, is not supported, or has a wrong operand
 */
export const parseFilter = (source: Document): Filter => {
  const children = Object.entries(source).flatMap(([key, value]) =>
    key.startsWith('$') ? parseLogical(key, value) : parseField(key, value),
  );
  return children.length === 1 ? (children[0] as Filter) : and(children);
};

const and = (children: readonly Filter[]): Filter => ({
  kind: 'and',
  children,
  test: (document) => children.every((child) => child.test(document)),
});

const parseLogical = (operator: string, operand: unknown): Filter[] => {
  switch (operator) {
    case '$and':
      return [and(parseBranches(operator, operand))];
    case '$or': {
      const children = parseBranches(operator, operand);
      return [{ kind: 'or', children, test: (document) => children.some((child) => child.test(document)) }];
    }
    case '$nor': {
      const children = parseBranches(operator, operand);
      return [{ kind: 'nor', children, test: (document) => !children.some((child) => child.test(document)) }];
    }
    case '$expr':
      return [{ kind: 'expression', ...compileExpression(operand) }];
    case '$comment':
      return [];
    default:
      if (refusedOperators.has(operator)) throw notSupported(`The query operator ${operator}`);
      throw badValue(
        `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
};

const parseBranches = (operator: string, operand: unknown): Filter[] => {
  if (!Array.isArray(operand)) throw badValue(`${operator} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return operand.map((branch: unknown) => {
    if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
};

/** Whether a sub-document in a filter holds operators, as opposed to a value to be equal to. */
export const holdsOperators = (value: unknown): value is Document => {
  if (!isDocument(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
};

const parseField = (field: string, value: unknown, path: Path = splitPath(field)): Filter[] => {
  if (!holdsOperators(value)) {
    const operator = value instanceof BSONRegExp ? '$regex' : '$eq';
    return [predicate(field, path, operator, value, {})];
  }
  return Object.entries(value)
    .filter(([operator]) => operator !== '$options' || !('$regex' in value))
    .map(([operator, operand]) => predicate(field, path, operator, operand, value));
};

const predicate = (field: string, path: Path, operator: string, operand: unknown, siblings: Document): Predicate => {
  if (operator === '$not') return negation(field, path, operand);
  if (operator === '$elemMatch') return elementMatch(field, path, operand);
  if (operator === '$regex') {
    // The planner must see the options too, so they are joined with the pattern.
    const { source, options } = compileRegex(operand, siblings['$options']);
    const whole = new BSONRegExp(source, options);
    return {
      kind: 'predicate',
      path: field,
      operator,
      operand: whole,
      test: parsePredicate(path, operator, whole, {}),
    };
  }
  return { kind: 'predicate', path: field, operator, operand, test: parsePredicate(path, operator, operand, siblings) };
};

const negation = (field: string, path: Path, operand: unknown): Predicate => {
  if (operand instanceof BSONRegExp) {
    const inner = parsePredicate(path, '$regex', operand, {});
    return { kind: 'predicate', path: field, operator: '$not', operand, test: (document) => !inner(document) };
  }
  if (!holdsOperators(operand)) throw badValue('$not needs a regex or a document of operators');
  const inner = parseField(field, operand, path);
  return {
    kind: 'predicate',
    path: field,
    operator: '$not',
    operand,
    test: (document) => !inner.every((child) => child.test(document)),
  };
};

const elementMatch = (field: string, path: Path, operand: unknown): Predicate => {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const logical = ['$and', '$or', '$nor', '$expr'];
  const byValue = holdsOperators(operand) && !Object.keys(operand).some((key) => logical.includes(key));
  // Operators on the element itself are tested at the empty path: an element that is an array is not entered.
  const elements = byValue ? and(parseField(field, operand, [])) : parseFilter(operand);
  const matches = (element: unknown): boolean =>
    byValue ? elements.test(element as Document) : isNested(element) && elements.test(asDocument(element));
  const test = parsePredicate(path, '$elemMatch', matches, {});
  return { kind: 'predicate', path: field, operator: '$elemMatch', operand, test, ...(byValue ? {} : { elements }) };
};

const isNested = (value: unknown): boolean => isDocument(value) || Array.isArray(value);

/** $elemMatch reads the elements of an array inside an array as fields named by their position. */
const asDocument = (value: unknown): Document => (Array.isArray(value) ? { ...value } : (value as Document));

/** The top-level fields a filter reads, or 'all' when an expression may read any. */
export const fieldsOf = (filter: Filter): ReadonlySet<string> | 'all' => {
  if (filter.kind === 'predicate') return new Set([splitPath(filter.path)[0] as string]);
  if (filter.kind === 'expression') return filter.fields === 'all' ? 'all' : new Set(filter.fields);
  const fields = new Set<string>();
  for (const child of filter.children) {
    const inner = fieldsOf(child);
    if (inner === 'all') return 'all';
    for (const field of inner) fields.add(field);
  }
  return fields;
};
