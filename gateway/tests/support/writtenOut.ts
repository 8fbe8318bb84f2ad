import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Size } from '../../admit/measure.ts';

export type Counted = Omit<Size, 'deepest'>;

/** A size without the way to the deepest field, of which there may be several. */
export function sizeOf(size: Size | undefined): Counted | undefined {
  if (!size) return undefined;
  const { deepest: _deepest, ...counted } = size;
  return counted;
}

/** The size of the first operation by a list of all that it selects, written out without remembering anything. */
export function writtenOut(document: DocumentNode): Counted {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const written: { selection: SelectionNode; depth: number; directives: number }[] = [];
  const write = (selectionSet: SelectionSetNode | undefined, depth: number): void => {
    for (const selection of selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
      const directives = (selection.directives?.length ?? 0) + (fragment?.directives?.length ?? 0);
      written.push({ selection, depth: isField ? depth + 1 : depth, directives });
      const inside = selection.kind === Kind.FRAGMENT_SPREAD ? fragment?.selectionSet : selection.selectionSet;
      write(inside, isField ? depth + 1 : depth);
    }
  };
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The first definition is an operation.');
  write(operation.selectionSet, 0);
  const fields = written.flatMap(({ selection, depth }) =>
    selection.kind === Kind.FIELD ? [{ selection, depth }] : [],
  );
  const rootNames = fields.filter(({ depth }) => depth === 1).map(({ selection }) => selection.name.value);
  return {
    depth: Math.max(0, ...fields.map(({ depth }) => depth)),
    aliases: fields.filter(({ selection }) => selection.alias).length,
    directives: written.reduce((sum, { directives }) => sum + directives, operation.directives?.length ?? 0),
    selections: written.length,
    rootFields: rootNames.length,
    rootSchemaFields: rootNames.filter((name) => name === '__schema' || name === '__type').length,
    rootTypenames: rootNames.filter((name) => name === '__typename').length,
  };
}
