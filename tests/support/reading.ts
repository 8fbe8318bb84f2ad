/** An object of an answer, whatever fields it has. */
export type Node = Readonly<Record<string, unknown>>;

/** The value at a dotted path of an answer; undefined where the path leads nowhere. */
export function valueAt(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Node | null | undefined)?.[step], answer);
}

/** The nodes of the connection at a dotted path. @throws TypeError where there is none */
export function nodesAt(answer: unknown, path: string): Node[] {
  const edges = valueAt(answer, `${path}.edges`);
  if (!Array.isArray(edges)) throw new TypeError(`There is no connection at ${path}.`);
  return edges.map((edge: { node: Node }) => edge.node);
}
