import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Node } from '../call/node.ts';
import { isIncluded } from '../plan/forPlanner.ts';
import type { TypeTest } from '../plan/typeTest.ts';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document by their names. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** What decides which fields of an operation an object of a type gets. */
export interface Selecting {
  readonly fragments: Fragments;
  /** The coerced variables: `@skip` and `@include` read them. */
  readonly variables: Node;
  readonly isA: TypeTest;
}

/**
 * The fields that these selections ask of an object, by response key, in the order in which graphql-js answers them:
 * that of their first mention, whichever fragment it stands in.
 */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  typename: string,
  selecting: Selecting,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const selectionSet of selectionSets) collectInto(fields, visited, selectionSet, typename, selecting);
  return fields;
}

function collectInto(
  fields: Map<string, FieldNode[]>,
  visited: Set<string>,
  { selections }: SelectionSetNode,
  typename: string,
  selecting: Selecting,
): void {
  const { fragments, variables, isA } = selecting;
  for (const selection of selections) {
    if (!isIncluded(selection, variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    if (isSpread && visited.has(selection.name.value)) continue;
    if (isSpread) visited.add(selection.name.value);
    const fragment = isSpread ? fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || (condition !== undefined && !isA(typename, condition))) continue;
    collectInto(fields, visited, fragment.selectionSet, typename, selecting);
  }
}

/** The variables that decide with `@skip` or `@include` what an operation answers. */
export function decidingVariables(operation: OperationDefinitionNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  for (const root of [operation, ...fragments.values()]) {
    visit(root, {
      Directive: ({ name, arguments: given = [] }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}
