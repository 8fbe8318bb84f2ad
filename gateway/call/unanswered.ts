import { type DocumentNode, type FieldNode, Kind, type SelectionNode } from 'graphql';

/**
 * The answer of an agency that did not answer: null for each field that it was asked for. What another agency requires
 * of it is then known to be missing, so that the other one can still say what it knows.
 */
export interface Unanswered {
  readonly data: Record<string, unknown>;
  /** What is missing, as paths below the place that was asked about: `me.taxpayer`, or `kind` of an entity. */
  readonly fields: readonly string[];
}

/**
 * @param document the operation that was sent
 * @param keyFields of shared root fields: never null, since another agency answers for them
 * @param representations how many entities were asked about, for an `_entities` operation
 */
export function unanswered(
  document: DocumentNode,
  keyFields: ReadonlyMap<string, readonly string[]>,
  representations: number | null,
): Unanswered {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.selectionSet.selections ?? [];
  if (representations !== null) {
    const asked = fieldsOf(fieldsOf(root).flatMap((field) => field.selectionSet?.selections ?? []));
    return {
      data: { _entities: Array.from({ length: representations }, () => nulls(asked)) },
      fields: asked.map(responseName),
    };
  }

  const data: Record<string, unknown> = {};
  const fields: string[] = [];
  for (const field of fieldsOf(root)) {
    const keys = keyFields.get(field.name.value);
    const name = responseName(field);
    const children = fieldsOf(field.selectionSet?.selections ?? []).filter(
      (child) => !keys?.includes(child.name.value),
    );
    data[name] = keys ? nulls(children) : null;
    fields.push(...(keys ? children.map((child) => `${name}.${responseName(child)}`) : [name]));
  }
  return { data, fields };
}

function nulls(fields: readonly FieldNode[]): Record<string, null> {
  return Object.fromEntries(fields.map((field) => [responseName(field), null]));
}

/** The fields of a selection, those inside fragments included; `__typename` is never missing. */
function fieldsOf(selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet.selections) : [];
  });
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
