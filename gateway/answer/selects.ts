import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './collectFields.ts';

/**
 * Whether a selection leads, for an object of some type, to the end of a way of response keys.
 *
 * @param keys the way; `@` for the items of a list is stepped over
 */
export function selects({ selections }: SelectionSetNode, keys: readonly string[], fragments: Fragments): boolean {
  const [first, ...rest] = keys.filter((key) => key !== '@');
  if (first === undefined) return true;
  return selections.some((selection) => {
    const below = selectionSetOf(selection, fragments);
    if (selection.kind !== Kind.FIELD) return below !== undefined && selects(below, keys, fragments);
    if (keyOf(selection) !== first) return false;
    return rest.length === 0 || (below !== undefined && selects(below, rest, fragments));
  });
}

function selectionSetOf(selection: SelectionNode, fragments: Fragments): SelectionSetNode | undefined {
  if (selection.kind !== Kind.FRAGMENT_SPREAD) return selection.selectionSet;
  return fragments.get(selection.name.value)?.selectionSet;
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
