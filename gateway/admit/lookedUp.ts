import { type FieldNode, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import { isNode, type Node, own } from '../call/node.ts';

/** Tells who or what one request looks up by a field; null where its arguments name nobody. */
export type LookedUp = (variables: Node) => string | null;

/**
 * Makes the reading of whom a field looks up. Spaces, dashes and case make no difference: they are no way to ask once more.
 *
 * @param by where in the arguments that stands, such as `['input', 'nik']`
 */
export function lookedUp(
  { arguments: given = [] }: FieldNode,
  [argument, ...below]: readonly string[],
  { variableDefinitions = [] }: OperationDefinitionNode,
): LookedUp {
  const value = given.find(({ name }) => name.value === argument)?.value;
  if (!value) return () => null;
  const defaults = Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
  return (variables) => {
    const told = valueFromASTUntyped(value, { ...defaults, ...variables });
    const named = below.reduce<unknown>((part, name) => (isNode(part) ? own(part, name) : null), told);
    return (
      String(named ?? '')
        .replace(/\W/g, '')
        .toUpperCase() || null
    );
  };
}
