import { executeSync, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Node } from '../call/node.ts';
import type { Fragments } from './collectFields.ts';

/**
 * What a schema says of itself, for the root fields `__schema` and `__type` of an operation: no agency is asked.
 *
 * @param schema the part of it that the caller may see (access/visibleSchema.ts)
 * @param fields the root fields that ask for it
 */
export function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  fragments: Fragments,
  variableValues: Node,
): Node {
  const asking: OperationDefinitionNode = {
    ...operation,
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const document = { kind: Kind.DOCUMENT, definitions: [asking, ...fragments.values()] } as const;
  return executeSync({ schema, document, variableValues }).data ?? {};
}
