import { type FieldNode, Kind, parse, type SelectionNode } from 'graphql';
import { type Fragments, fragmentsOf } from '../answer/collectFields.ts';
import type { TypeTest } from '../plan/typeTest.ts';
import { type Node, own } from './node.ts';

/** A field that a fetch asks for: below the root, or below each entity. */
export interface AskedField {
  /** The way to it: its key, or two where a shared root field leads to it. */
  readonly path: readonly string[];
  /** The types that the object must be of, as fragments say. */
  readonly on: readonly string[];
  /** Whether another agency answers for it too. */
  readonly isSharedKey: boolean;
}

/**
 * The fields that an operation asks for. If its agency does not answer, these are what is missing.
 *
 * @param sharedRootFields root fields that several agencies answer, with their keys: what is missing is below them
 */
export function askedFields(
  operation: string,
  ofEntities: boolean,
  sharedRootFields: ReadonlyMap<string, readonly string[]>,
): AskedField[] {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const [definition] = document.definitions;
  const root = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  const below = ({ selectionSet }: FieldNode) => fieldsOf(selectionSet?.selections ?? [], [], fragments);
  const fields = fieldsOf(root, [], fragments);
  if (ofEntities) return fields.flatMap(([entities]) => below(entities)).map(([field, on]) => asked([field], on));

  return fields.flatMap(([field, on]) => {
    const keys = sharedRootFields.get(field.name.value);
    const children = below(field);
    // Of one that is asked for nothing but what it is, it is missing itself: what follows from it will not be asked.
    if (!keys || children.every(([child]) => keys.includes(child.name.value))) return [asked([field], on)];
    return children.map(([child]) => asked([field, child], on, keys.includes(child.name.value)));
  });
}

/** The asked fields that an object of this type would have, or may have where only its interface is known. */
export function askedOf(node: Node, fields: readonly AskedField[], isA: TypeTest): readonly AskedField[] {
  const typename = own(node, '__typename');
  if (typename === undefined) return fields;
  return fields.filter(({ on }) =>
    on.every((condition) => isA(typename, condition) || isA(condition, String(typename))),
  );
}

type Found = readonly [FieldNode, readonly string[]];

/** `__typename` is never missing. The planner names what an agency is asked more than once in a fragment. */
function fieldsOf(selections: readonly SelectionNode[], on: readonly string[], fragments: Fragments): Found[] {
  return selections.flatMap((selection): Found[] => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [[selection, on]];
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const fragment = isSpread ? fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    return fieldsOf(fragment?.selectionSet.selections ?? [], condition ? [...on, condition] : on, fragments);
  });
}

function asked(fields: readonly FieldNode[], on: readonly string[], isSharedKey = false): AskedField {
  return { path: fields.map(({ alias, name }) => alias?.value ?? name.value), on, isSharedKey };
}
