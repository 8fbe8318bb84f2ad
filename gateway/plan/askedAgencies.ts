import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse } from 'graphql';
import { fragmentsOf } from '../answer/collectFields.ts';
import { selects } from '../answer/selects.ts';

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
      const below = pattern.slice(at.length);
      const way = node.requires ? ['_entities', ...below] : below;
      if (asksFor(node.operation, way)) asked.add(node.serviceName);
      return;
    }
    case 'Defer':
      return;
  }
}

function asksFor(operation: string, way: readonly string[]): boolean {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && selects(definition.selectionSet, way, fragments),
  );
}
