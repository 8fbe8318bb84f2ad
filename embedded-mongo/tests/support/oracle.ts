/**
 * What a query means, written down once more and as plainly as can be, to compare the server's answers with: from
 * MongoDB's manual ("Query an Array", "Query for Null or Missing Fields", "Comparison/Sort Order"), over JSON values only.
 */
export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };
export type Values = { [field: string]: Json };

const missing = Symbol('missing');
/** What an empty list is sorted by. */
const nothing = Symbol('nothing');
type Value = Json | typeof missing | typeof nothing;
/** A value that a path leads to; a list that is named by its position in another list is not looked into. */
type Place = { readonly value: Value; readonly opens: boolean };

const isObject = (value: Value | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything a dotted path leads to. */
const places = (value: Value, path: readonly string[], opens: boolean): Place[] => {
  const [name, ...rest] = path;
  if (name === undefined) return [{ value, opens }];
  if (isObject(value)) return places(Object.hasOwn(value, name) ? (value[name] as Json) : missing, rest, true);
  if (!Array.isArray(value)) return [{ value: missing, opens: true }];
  return value.flatMap((element, position) => [
    ...(isObject(element) ? places(element, path, true) : []),
    ...(String(position) === name ? places(element, rest, false) : []),
  ]);
};

const rank = (value: Value): number => {
  if (value === nothing) return 0;
  if (value === null || value === missing) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 6;
  return Array.isArray(value) ? 5 : 4;
};

const inOrder = (list: readonly number[]): number => list.find((one) => one !== 0) ?? 0;

export const compare = (a: Value, b: Value): number => {
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.min(a.length, b.length);
    return inOrder([...a.slice(0, length).map((one, i) => compare(one, b[i] as Json)), a.length - b.length]);
  }
  if (isObject(a) && isObject(b)) {
    const [left, right] = [Object.entries(a), Object.entries(b)];
    const both = left.slice(0, right.length).map(([name, value], i): number => {
      const [otherName, other] = right[i] as [string, Json];
      return inOrder([
        rank(value) - rank(other),
        name < otherName ? -1 : name > otherName ? 1 : 0,
        compare(value, other),
      ]);
    });
    return inOrder([...both, left.length - right.length]);
  }
  if (a === b || rank(a) <= 1) return 0;
  return (a as number) < (b as number) ? -1 : 1;
};

/** Whether one value, which is not looked into, meets one operator. */
const meets = (value: Value, operator: string, operand: Json): boolean => {
  const sameKind = rank(value) === rank(operand);
  const sides = { $gt: [1], $gte: [1, 0], $lt: [-1], $lte: [-1, 0], $eq: [0] }[operator];
  if (sides) return sameKind && sides.includes(Math.sign(compare(value, operand)));
  switch (operator) {
    case '$in':
      return (operand as Json[]).some((one) => meets(value, '$eq', one));
    case '$ne':
      return !meets(value, '$eq', operand);
    case '$nin':
      return !meets(value, '$in', operand);
    case '$exists':
      return (value !== missing) === operand;
    case '$size':
      return Array.isArray(value) && value.length === operand;
    case '$not':
      return !all(operand as Values, ([inner, one]) => meets(value, inner, one));
    case '$elemMatch':
      return Array.isArray(value) && value.some((element) => elementMeets(element, operand as Values));
    default:
      throw new Error(`The oracle does not know ${operator}`);
  }
};

const all = (values: Values, holds: (entry: [string, Json]) => boolean): boolean => Object.entries(values).every(holds);

const elementMeets = (element: Json, asked: Values): boolean =>
  Object.keys(asked)[0]?.startsWith('$')
    ? all(asked, ([operator, operand]) => meets(element, operator, operand))
    : typeof element === 'object' && element !== null && matches({ ...element } as Values, asked);

const onWhole = ['$exists', '$size', '$elemMatch'];

const pathMeets = (document: Values, path: string, operator: string, operand: Json): boolean => {
  if (operator === '$ne') return !pathMeets(document, path, '$eq', operand);
  if (operator === '$nin') return !pathMeets(document, path, '$in', operand);
  if (operator === '$not') return !all(operand as Values, ([inner, one]) => pathMeets(document, path, inner, one));
  if (operator === '$all')
    return (operand as Json[]).length > 0 && (operand as Json[]).every((one) => pathMeets(document, path, '$eq', one));
  if (operator === '$exists' && operand === false) return !pathMeets(document, path, '$exists', true);
  return places(document, path.split('.'), true).some(({ value, opens }) => {
    const inside: Value[] = opens && Array.isArray(value) && !onWhole.includes(operator) ? value : [];
    const either: Value[] = [value, ...inside];
    return either.some((one) => meets(one, operator, operand));
  });
};

const holdsOperators = (value: Json): value is Values =>
  isObject(value) && Object.keys(value)[0]?.startsWith('$') === true;

/** Whether a document is found by a filter. */
export const matches = (document: Values, filter: Values): boolean =>
  all(filter, ([path, asked]) => {
    const branches = asked as Values[];
    if (path === '$and') return branches.every((one) => matches(document, one));
    if (path === '$or') return branches.some((one) => matches(document, one));
    if (path === '$nor') return !branches.some((one) => matches(document, one));
    return holdsOperators(asked)
      ? all(asked, ([operator, operand]) => pathMeets(document, path, operator, operand))
      : pathMeets(document, path, '$eq', asked);
  });

/**
 * The tuples that a document can be sorted by, one for each element of a list, for fields `x` and `list.x` only.
 * @returns undefined when two lists meet, which cannot be sorted by
 */
const tuplesOf = (document: Values, paths: readonly string[]): Value[][] | undefined => {
  const tops = [...new Set(paths.map((path) => path.split('.')[0] as string))];
  const lists = tops.filter((top) => Array.isArray(document[top]));
  if (lists.length > 1) return undefined;
  const [list] = lists;
  const elements: Value[] = list === undefined ? [missing] : (document[list] as Json[]);
  const valueIn = (element: Value, path: string): Value => {
    const [top = '', inner] = path.split('.');
    const value: Value = top === list ? element : Object.hasOwn(document, top) ? (document[top] as Json) : missing;
    if (inner === undefined) return value;
    return isObject(value) && Object.hasOwn(value, inner) ? (value[inner] as Json) : missing;
  };
  if (list !== undefined && elements.length === 0)
    return [paths.map((path): Value => (path === list ? nothing : valueIn(missing, path)))];
  return elements.map((element) => paths.map((path) => valueIn(element, path)));
};

type Sort = readonly (readonly [path: string, direction: 1 | -1])[];

/** Which of two documents comes first; undefined when one of them cannot be sorted so. */
export const compareBy = (a: Values, b: Values, sort: Sort): number | undefined => {
  const paths = sort.map(([path]) => path);
  const order = (left: readonly Value[], right: readonly Value[]) =>
    inOrder(sort.map(([, direction], i) => compare(left[i] as Value, right[i] as Value) * direction));
  const [left, right] = [a, b].map((one) => tuplesOf(one, paths)?.sort(order)[0]);
  return left && right && Math.sign(order(left, right));
};
