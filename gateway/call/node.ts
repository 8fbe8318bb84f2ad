/** An object of the data that agencies gave. */
export type Node = Record<string, unknown>;

/** Where something stands in the data: field names and places in lists; in a pattern `@` stands for every place. */
export type Path = readonly (string | number)[];

/** True for an object, not for a list. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names under which plain objects have something that is not their own. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a plain object has something that is not its own under this name: `own` and `setOwn` do more for it. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** Reads only what the object itself holds: `constructor` of a plain object is no answer of an agency. */
export function own(node: Node, key: string): unknown {
  return inherited.has(key) && !Object.hasOwn(node, key) ? undefined : node[key];
}

/** Writes a property whatever its name is; `__proto__` would otherwise exchange the object's prototype. */
export function setOwn(node: Node, key: string, value: unknown): void {
  if (inherited.has(key)) {
    Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    node[key] = value;
  }
}

/** All objects at a pattern, in reading order; null where there are none is left out. */
export function nodesAt(data: Node, pattern: readonly string[]): Node[] {
  const found: Node[] = [];
  gather(data, pattern, 0, found);
  return found;
}

function gather(value: unknown, pattern: readonly string[], depth: number, found: Node[]): void {
  if (typeof value !== 'object' || value === null) return;
  const step = pattern[depth];
  if (step === '@') {
    if (!Array.isArray(value)) return;
    for (const item of value) gather(item, pattern, depth + 1, found);
  } else if (isNode(value)) {
    if (step === undefined) found.push(value);
    else gather(own(value, step), pattern, depth + 1, found);
  }
}

/** Where each of the wanted objects stands. Asked for only when something is to be said about them. */
export function placesOf(wanted: ReadonlySet<Node>, data: Node, pattern: readonly string[]): Map<Node, Path> {
  const places = new Map<Node, Path>();
  const walk = (value: unknown, depth: number, way: Path): void => {
    if (places.size === wanted.size || typeof value !== 'object' || value === null) return;
    const step = pattern[depth];
    if (step === '@') {
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) walk(item, depth + 1, [...way, index]);
    } else if (isNode(value)) {
      if (step !== undefined) walk(own(value, step), depth + 1, [...way, step]);
      else if (wanted.has(value)) places.set(value, way);
    }
  };
  walk(data, 0, []);
  return places;
}
