import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, getOperationAST, Kind, parse, print, type SelectionNode } from 'graphql';

/**
 * Gives the changes of a plan the order in which the client wrote them. The planner puts those for one agency into one
 * fetch and there some before others; an agency makes them one after the other as they stand.
 *
 * @param document what was planned
 */
export function inWrittenOrder(plan: QueryPlan, document: DocumentNode, operationName: string | undefined): QueryPlan {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'mutation' || !plan.node || plan.node.kind === 'Subscription') return plan;
  const order = new Map<string, number>();
  for (const selection of operation.selectionSet.selections) {
    const key = keyOf(selection);
    if (!order.has(key)) order.set(key, order.size);
  }
  return { ...plan, node: ordered(plan.node, order) };
}

function ordered(node: PlanNode, order: ReadonlyMap<string, number>): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => ordered(child, order)) };
    case 'Fetch':
      return node.operationKind === 'mutation' ? { ...node, operation: orderedText(node.operation, order) } : node;
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: ordered(ifClause, order) } : {}),
        ...(elseClause ? { elseClause: ordered(elseClause, order) } : {}),
      };
    }
    default:
      return node;
  }
}

function orderedText(text: string, order: ReadonlyMap<string, number>): string {
  const document = parse(text, { noLocation: true });
  const place = (selection: SelectionNode) => order.get(keyOf(selection)) ?? order.size;
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const selections = definition.selectionSet.selections.toSorted((one, other) => place(one) - place(other));
    return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
  });
  return print({ ...document, definitions });
}

/** The response key of a root field, also when conditions stand round it. */
function keyOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return keyOfField(selection);
  const [first] = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections : [];
  return first ? keyOf(first) : '';
}

function keyOfField({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
