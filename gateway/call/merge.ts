import { isNode, type Node, own, setOwn } from './node.ts';

/**
 * Makes the joining of what several agencies say about the same object.
 *
 * Own properties only, and never `__proto__`: what an agency puts into its JSON cannot reach the prototypes of this
 * process. A null never takes a value away, since another agency may know it. And the name of an abstract type never
 * replaces that of a concrete one: to an agency with an interface object all implementations are the same.
 *
 * @returns a function that moves the source's values into the target; the source must not be used afterwards
 */
export function merger(isAbstract: (typename: string) => boolean): (target: Node, source: Node) => void {
  const mergeInto = (target: Node, source: Node): void => {
    for (const key of Object.keys(source)) {
      if (key === '__proto__') continue;
      const value = source[key];
      const existing = own(target, key);
      const merged = existing === undefined ? value : value === null ? existing : joined(key, existing, value);
      if (merged !== existing) setOwn(target, key, merged);
    }
  };

  const joined = (key: string, existing: unknown, value: unknown): unknown => {
    if (isNode(value)) {
      if (!isNode(existing)) return value;
      mergeInto(existing, value);
      return existing;
    }
    if (Array.isArray(value) && Array.isArray(existing) && existing.length === value.length) {
      return existing.map((item, index) => joinedItem(item, value[index]));
    }
    if (key === '__typename' && typeof value === 'string' && typeof existing === 'string' && isAbstract(value)) {
      return existing;
    }
    return value;
  };

  const joinedItem = (existing: unknown, value: unknown): unknown =>
    value === null || value === undefined ? existing : joined('', existing, value);

  return mergeInto;
}

/**
 * The same values for another object: what is learned later about one must not show in the other. Values that hold
 * nothing can be had by both.
 */
export function forAnother(source: Node): Node {
  for (const key of Object.keys(source)) {
    if (typeof source[key] === 'object' && source[key] !== null) return copyOf(source);
  }
  return source;
}

function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isNode(value)) return value;
  const copy: Node = {};
  for (const key of Object.keys(value)) {
    if (key !== '__proto__') setOwn(copy, key, copyOf(value[key]));
  }
  return copy as Value;
}
