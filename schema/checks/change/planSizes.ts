import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { RecordedOperation } from './graphVersion.ts';

/** What answering an operation takes, where everything that it asks for is there. */
export interface PlanSize {
  /** Calls to agencies. */
  readonly fetches: number;
  /** Calls that wait for others: the length of the longest chain. */
  readonly steps: number;
}

/** Plans operations on a supergraph as the gateway does, for callers who may see all of it. */
export function planSizes(supergraph: string, operations: readonly RecordedOperation[]): ReadonlyMap<string, PlanSize> {
  // Access rules change nothing here, and the planner knows none.
  const graph = Supergraph.build(supergraph, { supportedFeatures: null });
  const planner = new QueryPlanner(graph);
  const schema = graph.apiSchema();
  return new Map(
    operations.map(({ name, document }) => {
      const { node } = planner.buildQueryPlan(operationFromDocument(schema, parse(document)));
      return [name, node ? sizeOf(node) : { fetches: 0, steps: 0 }];
    }),
  );
}

function sizeOf(node: PlanNode | SubscriptionNode): PlanSize {
  switch (node.kind) {
    case 'Fetch':
      return { fetches: 1, steps: 1 };
    case 'Flatten':
      return sizeOf(node.node);
    case 'Sequence':
      return node.nodes.map(sizeOf).reduce(oneAfterTheOther, { fetches: 0, steps: 0 });
    case 'Parallel':
      return node.nodes.map(sizeOf).reduce(atOnce, { fetches: 0, steps: 0 });
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((one) => (one ? [sizeOf(one)] : [])).reduce(theLarger);
    case 'Subscription':
    case 'Defer':
      throw new Error(`The gateway makes no plans with ${node.kind}.`);
  }
}

function oneAfterTheOther(one: PlanSize, other: PlanSize): PlanSize {
  return { fetches: one.fetches + other.fetches, steps: one.steps + other.steps };
}

function atOnce(one: PlanSize, other: PlanSize): PlanSize {
  return { fetches: one.fetches + other.fetches, steps: Math.max(one.steps, other.steps) };
}

function theLarger(one: PlanSize, other: PlanSize): PlanSize {
  return { fetches: Math.max(one.fetches, other.fetches), steps: Math.max(one.steps, other.steps) };
}
