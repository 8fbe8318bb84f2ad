import { type DocumentNode, type FieldNode, Kind, parse, print, type SelectionNode, visit } from 'graphql';

/** How many rewritten operations are kept; a plan brings a handful. */
const largestCache = 2_000;

/**
 * Makes the rewriting that lets a shared root field survive any one agency. All agencies answer `me`, and the planner
 * asks one of them for its `id`; if that one is away, the id would be missing and `me` as a whole null. So every agency
 * that is asked for `me` is asked for its key too.
 *
 * @param sharedRootFields root fields that several agencies answer, with the key fields of their type
 * @returns a function from an operation's text to the text that is sent
 */
export function keyAdder(sharedRootFields: ReadonlyMap<string, readonly string[]>): (operation: string) => string {
  const rewritten = new Map<string, string>();
  return (operation) => {
    const known = rewritten.get(operation);
    if (known !== undefined) return known;
    if (rewritten.size >= largestCache) rewritten.clear();
    const result = addKeys(operation, sharedRootFields);
    rewritten.set(operation, result);
    return result;
  };
}

function addKeys(operation: string, sharedRootFields: ReadonlyMap<string, readonly string[]>): string {
  const document: DocumentNode = parse(operation, { noLocation: true });
  let changed = false;
  const withKeys = visit(document, {
    OperationDefinition: (definition) => ({
      ...definition,
      selectionSet: {
        ...definition.selectionSet,
        selections: definition.selectionSet.selections.map((selection) => {
          const completed = completeField(selection, sharedRootFields);
          changed ||= completed !== selection;
          return completed;
        }),
      },
    }),
  });
  return changed ? print(withKeys) : operation;
}

function completeField(
  selection: SelectionNode,
  sharedRootFields: ReadonlyMap<string, readonly string[]>,
): SelectionNode {
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
