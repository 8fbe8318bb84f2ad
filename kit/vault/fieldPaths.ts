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
