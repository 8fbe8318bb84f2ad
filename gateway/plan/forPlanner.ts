import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Node } from '../call/node.ts';

const conditions = ['skip', 'include'];
const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Whether `@skip` and `@include` leave this in, with these variables. */
export function isIncluded(selection: SelectionNode, variables: Node): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false
  );
}

/**
 * Writes a valid document with only what its conditions leave in, and of a mutation every field in its place.
 *
 * The planner is not to see `@skip` and `@include`: it forgets that what `@requires` needs was left out, asks nobody about
 * an object of which nothing is left, and puts a mutation's fields from fragments before the others.
 */
export function forPlanner(document: DocumentNode, variables: Node): DocumentNode {
  const decided = withoutConditions(document, variables);
  const fragments = new Map(
    decided.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const definitions = decided.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation'
      ? inOrder(definition, fragments)
      : definition,
  );
  return { ...decided, definitions };
}

function withoutConditions(document: DocumentNode, variables: Node): DocumentNode {
  const decide = <Selection extends SelectionNode>(selection: Selection): Selection | null | undefined => {
    if (!selection.directives || selection.directives.length === 0) return undefined;
    if (!isIncluded(selection, variables)) return null;
    const directives = selection.directives.filter(({ name }) => !conditions.includes(name.value));
    return { ...selection, directives };
  };
  return visit(document, {
    Field: decide,
    InlineFragment: decide,
    FragmentSpread: decide,
    SelectionSet: {
      // Of an object of which nothing is left it still shows whether it exists.
      leave: (set) => (set.selections.length === 0 ? { ...set, selections: [typename] } : undefined),
    },
  });
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function inOrder(operation: OperationDefinitionNode, fragments: Fragments): OperationDefinitionNode {
  const selections = spreadOut(operation.selectionSet, fragments, new Set());
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

/** The fields of a root selection without the fragments round them. */
function spreadOut({ selections }: SelectionSetNode, fragments: Fragments, visited: Set<string>): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return spreadOut(selection.selectionSet, fragments, visited);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || visited.has(selection.name.value)) return [];
    visited.add(selection.name.value);
    return spreadOut(fragment.selectionSet, fragments, visited);
  });
}
