import {
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Selecting } from '../answer/collectFields.ts';
import { selectionsBelow, type Withholding } from './withholding.ts';

interface Pruning extends Selecting {
  readonly schema: GraphQLSchema;
}

/** The places where a field is selected, by its response key. */
type Fields = ReadonlyMap<string, readonly FieldNode[]>;

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Writes an operation without what is withheld from its callers, so that no agency is asked for it, nor for what would
 * be null with it. Where nothing is withheld the client's own selections stay, fragments included; a selection that is
 * left empty asks whether there is anything.
 */
export function withoutWithheld(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
  withholding: Withholding,
  pruning: Pruning,
): DocumentNode {
  const { schema } = pruning;
  if (withholding.ofObject([operation.selectionSet], rootType).refusals.length === 0) return document;
  const allowed: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: selectionsOn([operation.selectionSet], rootType) },
  };
  return { ...document, definitions: document.definitions.map((one) => (one === operation ? allowed : one)) };

  function selectionsOn(below: readonly SelectionSetNode[], type: GraphQLCompositeType): readonly SelectionNode[] {
    const { isNull, refusals } = withholding.ofAny(below, type);
    if (isNull) return [];
    if (refusals.length === 0) return below.flatMap(({ selections }) => selections);
    if (isAbstractType(type)) return selectionsByType(below, type);
    return [...askedFields(below, type)].map(([, nodes]) => written(nodes, type));
  }

  /** Fields that all types have alike stay one selection; the others are asked of those types that may be seen. */
  function selectionsByType(below: readonly SelectionSetNode[], type: GraphQLAbstractType): SelectionNode[] {
    const possible = schema.getPossibleTypes(type);
    const asked = possible.map((one): [GraphQLObjectType, Fields] => [one, askedFields(below, one)]);
    const [, first] = asked[0] ?? [];
    const common = new Map(
      [...(first ?? [])].filter(([key, nodes]) =>
        asked.every(([one, fields]) => isSame(nodes, fields.get(key)) && leadsToSame(nodes, type, one)),
      ),
    );
    return [
      typename,
      ...[...common.values()].map((nodes) => written(nodes, type)),
      ...asked.flatMap(([one, fields]) => {
        const own = [...fields].filter(([key]) => !common.has(key)).map(([, nodes]) => written(nodes, one));
        return own.length > 0 ? [onType(one.name, own)] : [];
      }),
    ];
  }

  /** The fields that are left to be asked of an object; none when it may not be seen. */
  function askedFields(below: readonly SelectionSetNode[], type: GraphQLCompositeType): Fields {
    if (withholding.ofObject(below, type).isNull) return new Map();
    const fields = [...collectFields(below, type.name, pruning)];
    return new Map(fields.filter(([, nodes]) => withholding.ofField(nodes, type).fate === 'ASKED'));
  }

  function written(nodes: readonly FieldNode[], type: GraphQLCompositeType): FieldNode {
    const [first = typename] = nodes;
    const leadsTo = typeOf(first, type);
    if (!isCompositeType(leadsTo) || !first.selectionSet) return first;
    const selections = selectionsOn(selectionsBelow(nodes), leadsTo);
    return { ...first, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }
}

function typeOf({ name }: FieldNode, type: GraphQLCompositeType) {
  const field = isUnionType(type) ? undefined : type.getFields()[name.value];
  return field && getNamedType(field.type);
}

function isSame(nodes: readonly FieldNode[], others: readonly FieldNode[] = []): boolean {
  return nodes.length === others.length && nodes.every((node, index) => node === others[index]);
}

function leadsToSame([first = typename]: readonly FieldNode[], type: GraphQLAbstractType, one: GraphQLObjectType) {
  return first.name.value === '__typename' || (typeOf(first, type) && typeOf(first, type) === typeOf(first, one));
}

function onType(name: string, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
