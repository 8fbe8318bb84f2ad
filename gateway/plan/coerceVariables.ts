import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { ServiceError } from '#kit/errors.ts';
import type { Node } from '../call/node.ts';

/** As many faults of variables as graphql-js tells before it stops looking. */
const told = { maxErrors: 50, hideSuggestions: true };

/** What an operation's variables come to, or what is wrong with them. */
export type Coerced =
  | { readonly coerced: Node; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/**
 * Coerces the variables of an operation.
 *
 * @param visible the part of the schema that the caller may see: faults are worded by it, so that no name is told that
 * introspection would not show
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Node,
  visible: () => GraphQLSchema,
): Coerced {
  if (variableDefinitions.length === 0) return { coerced: {} };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, told);
  if (!errors) return { coerced };
  const inSight = getVariableValues(visible(), variableDefinitions, variables, told).errors ?? [notAllowed];
  return { errors: inSight.map(asBadInput) };
}

/** Only for a value that the part takes and the whole does not, which no part of a schema is known to do. */
const notAllowed = new GraphQLError('The variables do not fit the operation.');

function asBadInput(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof ServiceError || error.extensions.code !== undefined) return error;
  const { message, nodes, originalError } = error;
  return new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    ...(originalError ? { originalError } : {}),
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}
