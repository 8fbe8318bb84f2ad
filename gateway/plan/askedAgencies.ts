import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse, type SelectionNode } from 'graphql';

/** Finds the agency that a plan asks for what stands at a pattern of the data; null when it asks none, or several. */
export function askedAgency({ node }: QueryPlan, pattern: readonly string[]): string | null {
  const asked = new Set<string>();
  if (node && node.kind !== 'Subscription') search(node, [], pattern, asked);
  const [only = null] = asked;
  return asked.size === 1 ? only : null;
}

function search(node: PlanNode, at: readonly string[], pattern: readonly string[], asked: Set<string>): void {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) search(child, at, pattern, asked);
      return;
    case 'Flatten':
      search(node.node, [...at, ...node.path.map(String)], pattern, asked);
      return;
    case 'Condition':
      for (const child of [node.ifClause, node.elseClause]) if (child) search(child, at, pattern, asked);
      return;
    case 'Fetch': {
      if (!at.every((step, index) => step === pattern[index])) return;
      const fields = pattern.slice(at.length).filter((step) => step !== '@');
      const [definition] = parse(node.operation, { noLocation: true }).definitions;
      const root = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
      const level = node.requires ? root.flatMap(childrenOf) : root;
      if (selects(level, fields)) asked.add(node.serviceName);
      return;
    }
    case 'Defer':
      return;
  }
}

function selects(selections: readonly SelectionNode[], fields: readonly string[]): boolean {
  const [first, ...rest] = fields;
  if (first === undefined) return true;
  return selections.some((selection) => {
    if (selection.kind !== Kind.FIELD) return selects(childrenOf(selection), fields);
    return (selection.alias?.value ?? selection.name.value) === first && selects(childrenOf(selection), rest);
  });
}

function childrenOf(selection: SelectionNode): readonly SelectionNode[] {
  return selection.kind === Kind.FRAGMENT_SPREAD ? [] : (selection.selectionSet?.selections ?? []);
}
