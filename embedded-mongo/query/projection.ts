import { type Expression, parseExpression } from '../aggregation/expression.ts';
import { truthy } from '../aggregation/truth.ts';
import { MongoError, notSupported } from '../errors.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { parseFilter } from './filter.ts';

/** Makes the document a client sees out of the stored one. */
export type Projection = (document: Document) => Document;

/** What a projection does at one field: keep it, leave it out, go deeper, or compute it. */
type Node =
  | { readonly kind: 'keep' | 'drop' }
  | { readonly kind: 'tree'; readonly children: Map<string, Node> }
  | { readonly kind: 'compute'; readonly compute: Expression }
  | { readonly kind: 'array'; readonly apply: (value: unknown) => unknown; readonly includes: boolean };

type Tree = Map<string, Node>;

/**
 * Parses a projection of find (or of `$project`, where expressions are allowed without an inclusion).
 * @returns undefined when the document is to be shown whole
 */
export const parseProjection = (
  source: Document | undefined,
  stage: 'find' | '$project' = 'find',
): Projection | undefined => {
  const entries = Object.entries(source ?? {});
  if (entries.length === 0) {
    if (stage === '$project')
      throw new MongoError(
        51272,
        'Invalid $project :: caused by :: projection specification must have at least one field',
      );
    return undefined;
  }
  const tree: Tree = new Map();
  for (const [path, value] of entries) addPath(tree, path, parseNode(value, stage, path), path);
  const including = isInclusion(tree, stage);
  const id = tree.get('_id');
  if (including && id?.kind !== 'drop' && !id) tree.set('_id', { kind: 'keep' });
  return (document) => project(document, tree, including, document);
};

const parseNode = (value: unknown, stage: string, path: string): Node => {
  if (typeof value === 'boolean' || isNumeric(value)) {
    return { kind: (typeof value === 'boolean' ? value : toNumber(value) !== 0) ? 'keep' : 'drop' };
  }
  if (isDocument(value)) {
    const keys = Object.keys(value);
    const [operator = ''] = keys;
    if (stage === 'find' && operator === '$slice')
      return { kind: 'array', includes: false, apply: parseSlice(value['$slice']) };
    if (stage === 'find' && operator === '$elemMatch')
      return { kind: 'array', includes: true, apply: parseElementMatch(value['$elemMatch']) };
    if (operator === '$meta') throw notSupported('$meta', 2);
    if (keys.length > 0 && !operator.startsWith('$')) {
      const children: Tree = new Map();
      for (const [field, inner] of Object.entries(value))
        addPath(children, field, parseNode(inner, stage, `${path}.${field}`), field);
      return { kind: 'tree', children };
    }
    if (keys.length === 0)
      throw new MongoError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
  }
  return { kind: 'compute', compute: parseExpression(value) };
};

const addPath = (tree: Tree, path: string, node: Node, whole: string): void => {
  if (path.startsWith('$'))
    throw new MongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  if (path.endsWith('.$')) throw notSupported('The positional projection', 2);
  if (path.split('.').includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  const [field = '', ...rest] = path.split('.');
  const existing = tree.get(field);
  if (rest.length === 0) {
    if (existing) throw new MongoError(31250, `Path collision at ${whole}`);
    tree.set(field, node);
    return;
  }
  if (existing && existing.kind !== 'tree')
    throw new MongoError(31249, `Path collision at ${whole} remaining portion ${rest.join('.')}`);
  const children: Tree = existing?.children ?? new Map();
  tree.set(field, { kind: 'tree', children });
  addPath(children, rest.join('.'), node, whole);
};

const leaves = (tree: Tree, prefix = ''): [string, Node][] =>
  [...tree].flatMap(([field, node]): [string, Node][] =>
    node.kind === 'tree' ? leaves(node.children, `${prefix}${field}.`) : [[`${prefix}${field}`, node]],
  );

/** A projection either names what to show or what to leave out; only `_id` may differ. */
const isInclusion = (tree: Tree, stage: string): boolean => {
  const all = leaves(tree);
  const others = all.filter(([path]) => path !== '_id');
  const includes = (node: Node) =>
    node.kind === 'keep' || node.kind === 'compute' || (node.kind === 'array' && node.includes);
  const dropped = others.find(([, node]) => node.kind === 'drop');
  const kept = others.find(([, node]) => includes(node));
  if (dropped && kept) {
    const code = kept[1].kind === 'keep' ? 31254 : 31252;
    throw new MongoError(
      code,
      `Invalid ${stage === 'find' ? 'projection' : '$project'} :: caused by :: Cannot do exclusion on field ${dropped[0]} in inclusion projection`,
    );
  }
  if (kept) return true;
  if (dropped) return false;
  const id = all.find(([path]) => path === '_id');
  // Only `_id` and `$slice` are left: `$slice` alone shows everything.
  return others.length === 0 && id !== undefined && id[1].kind !== 'drop';
};

const project = (document: Document, tree: Tree, including: boolean, root: Document): Document => {
  const result: Document = {};
  for (const field of Object.keys(document)) {
    const node = tree.get(field);
    if (!node) {
      if (!including) setField(result, field, document[field]);
      continue;
    }
    const value = projectField(document[field], node, including, root);
    if (value !== undefined) setField(result, field, value);
  }
  for (const [field, node] of tree) {
    if (Object.hasOwn(document, field)) continue;
    const value =
      node.kind === 'compute' ? node.compute({ root }) : node.kind === 'tree' ? computedOnly(node, root) : undefined;
    if (value !== undefined) setField(result, field, value);
  }
  return result;
};

const projectField = (value: unknown, node: Node, including: boolean, root: Document): unknown => {
  switch (node.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'compute':
      return node.compute({ root });
    case 'array':
      return node.apply(value);
    default:
      return projectNested(value, node, including, root);
  }
};

const projectNested = (value: unknown, node: Node & { kind: 'tree' }, including: boolean, root: Document): unknown => {
  if (isDocument(value)) return project(value, node.children, including, root);
  if (Array.isArray(value)) {
    return value
      .map((element) => projectNested(element, node, including, root))
      .filter((element) => element !== undefined);
  }
  return including ? computedOnly(node, root) : value;
};

/** A computed field makes the documents on its way. */
const computedOnly = (node: Node & { kind: 'tree' }, root: Document): Document | undefined => {
  if (!leaves(node.children).some(([, leaf]) => leaf.kind === 'compute')) return undefined;
  return project({}, node.children, true, root);
};

const parseSlice = (operand: unknown): ((value: unknown) => unknown) => {
  const list = (Array.isArray(operand) ? operand : [operand]).map((value: unknown) => {
    if (!isNumeric(value))
      throw new MongoError(28667, 'Invalid $slice syntax. The given syntax did not match the find() syntax');
    return Math.trunc(toNumber(value));
  });
  const [first = 0, count] = list;
  if (count !== undefined && count <= 0) throw new MongoError(28724, 'First argument to $slice must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const start = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(start, start + count);
  };
};

const parseElementMatch = (operand: unknown): ((value: unknown) => unknown) => {
  const filter = parseFilter({ array: { $elemMatch: operand } });
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const index = value.findIndex((element) => filter.test({ array: [element] }));
    return index < 0 ? undefined : [value[index]];
  };
};

/** The top-level fields a projection needs, or 'all'. */
export const projectedFields = (source: Document | undefined): ReadonlySet<string> | 'all' => {
  const entries = Object.entries(source ?? {});
  const simple = entries.every(([, value]) => value === true || value === false || isNumeric(value));
  const including = entries.some(([path, value]) => path !== '_id' && truthy(value));
  if (!simple || !including) return 'all';
  return new Set([
    '_id',
    ...entries.filter(([, value]) => truthy(value)).map(([path]) => path.split('.')[0] as string),
  ]);
};
