import { type FieldNode, Kind, parse, print, type SelectionNode, visit } from 'graphql';

/**
 * Lets a shared root field survive any one agency. All agencies answer `me`, and the planner asks one of them for its
 * `id`; if that one is away, the id would be missing and `me` as a whole null. So every agency that is asked for `me` is
 * asked for its key too (docs/adr/0003).
 *
 * @param operation a fetch of a plan, as text
 * @param sharedRootFields root fields that several agencies answer, with the key fields of their type
 * @returns the text to send
 */
export function addKeys(operation: string, sharedRootFields: ReadonlyMap<string, readonly string[]>): string {
  if (sharedRootFields.size === 0) return operation;
  const document = parse(operation, { noLocation: true });
  return print(
    visit(document, {
      OperationDefinition: (definition) => ({
        ...definition,
        selectionSet: {
          ...definition.selectionSet,
          selections: definition.selectionSet.selections.map((selection) => withKeys(selection, sharedRootFields)),
        },
      }),
    }),
  );
}

function withKeys(selection: SelectionNode, sharedRootFields: ReadonlyMap<string, readonly string[]>): SelectionNode {
  if (selection.kind !== Kind.FIELD || !selection.selectionSet) return selection;
  const { selections } = selection.selectionSet;
  const asked = new Set(selections.map((child) => (child.kind === Kind.FIELD ? responseName(child) : '')));
  const missing = (sharedRootFields.get(selection.name.value) ?? []).filter((key) => !asked.has(key));
  if (missing.length === 0) return selection;
  const keys = missing.map((value): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } }));
  return { ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, ...keys] } };
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
