/** Field names by level; `null` stands for the sealed field itself. */
export type PathTree = ReadonlyMap<string, PathTree | null>;

/** What becomes of a value: its path names the field, its position also says which item of a list it is in. */
export type Change = (value: unknown, path: string, position: string) => unknown;

/** Dotted paths as a tree, so that each object on the way is copied once. */
export function pathTree(paths: readonly string[]): PathTree {
  const heads = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    heads.set(head, [...(heads.get(head) ?? []), rest.join('.')]);
  }
  return new Map([...heads].map(([head, tails]) => [head, tails.includes('') ? null : pathTree(tails)]));
}

/** A copy of the record with the values of the tree changed; what is null or not there stays so. */
export function changeAt(record: object, tree: PathTree, change: Change): Record<string, unknown> {
  return changeBelow(record, tree, change, '', '') as Record<string, unknown>;
}

function changeBelow(value: unknown, tree: PathTree, change: Change, path: string, position: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => changeBelow(item, tree, change, path, `${position}${index}.`));
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const [name, below] of tree) {
    const held = copy[name];
    if (held === null || held === undefined) continue;
    const [ownPath, ownPosition] = [path + name, position + name];
    copy[name] =
      below === null
        ? change(held, ownPath, ownPosition)
        : changeBelow(held, below, change, `${ownPath}.`, `${ownPosition}.`);
  }
  return copy;
}

/** The accessors of fields that are changed when they are read, by the name of the field; `null` for one that is left out. */
export type Layout = ReadonlyMap<string, PropertyDescriptor | null>;

/** What the accessors of one record go by. */
interface Held {
  readonly layout: Layout;
  readonly unread: Readonly<Record<string, unknown>>;
  readonly change: Change;
  readonly position: string;
  /** By the number of the accessor; what is `undefined` was not read yet. */
  readonly read: unknown[];
}

/** Not enumerable, so that whoever copies, compares or prints a record does not meet it. */
const held = Symbol('held');

interface Holding {
  readonly [held]?: Held;
}

/**
 * How records of a tree are changed when they are read. Made once for all records of a kind: V8 gives them one hidden class
 * only where their accessors are the same functions.
 *
 * @param leftOut fields that the copy does not have
 */
export function layoutOf(tree: PathTree, leftOut: readonly string[], path = ''): Layout {
  const fields = [...tree].map(([name, below], slot) => {
    const ownPath = path + name;
    const inside = below && layoutOf(below, [], `${ownPath}.`);
    const get = function (this: Holding): unknown {
      const { unread, change, position, read } = this[held] as Held;
      const value = unread[name];
      if (value === null || value === undefined) return value;
      const ownPosition = position + name;
      read[slot] ??= inside
        ? changeWhenRead(value, inside, change, `${ownPosition}.`)
        : change(value, ownPath, ownPosition);
      return read[slot];
    };
    return [name, { get, enumerable: true, configurable: true }] as const;
  });
  return new Map<string, PropertyDescriptor | null>([...fields, ...leftOut.map((name) => [name, null] as const)]);
}

/**
 * A copy of the record whose fields of the layout are changed when they are first read, once; inside objects and lists too.
 * They are own and enumerable, so that whoever copies, writes or compares the record reads them all. They cannot be set.
 */
export function changeWhenRead(value: unknown, layout: Layout, change: Change, position = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => changeWhenRead(item, layout, change, `${position}${index}.`));
  }
  if (typeof value !== 'object' || value === null) return value;
  const unread = value as Record<string, unknown>;
  return holding({ layout, unread, change, position, read: [] }, unread, Object.keys(unread));
}

/** A copy of a record with those of these fields that it has; what is changed when it is read stays so. */
export function partOf<Row extends object, Name extends keyof Row & string>(
  record: Row,
  names: readonly Name[],
): Pick<Row, Name> {
  const there = names.filter((name) => Object.hasOwn(record, name));
  const state = (record as Holding)[held];
  if (state) return holding(state, record, there) as Pick<Row, Name>;
  return Object.fromEntries(there.map((name) => [name, record[name]])) as Pick<Row, Name>;
}

function holding(state: Held, source: object, names: readonly string[]): object {
  const record: Record<string, unknown> = {};
  Object.defineProperty(record, held, { value: state });
  for (const name of names) {
    const accessor = state.layout.get(name);
    if (accessor === null) continue;
    if (accessor) Object.defineProperty(record, name, accessor);
    // A name from the store must not become the prototype, whose fields would stand for sealed ones that are not there.
    else if (name !== '__proto__') record[name] = (source as Record<string, unknown>)[name];
  }
  return record;
}
