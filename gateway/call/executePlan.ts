import type { ConditionNode, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { clientsName } from '../plan/privateNames.ts';
import { compileFetch, type FetchSurroundings } from './fetch.ts';
import { own } from './node.ts';
import type { Step } from './run.ts';

/**
 * Compiles a plan into one function that runs it: what can be known before a request comes is worked out here, once.
 *
 * @returns null for a plan that asks nobody
 */
export function compilePlan({ node }: QueryPlan, surroundings: FetchSurroundings): Step | null {
  if (!node) return null;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not part of this graph.');
  let fetches = 0;
  return compileNode(node, [], (fetch, pattern) => {
    fetches += 1;
    return compileFetch(fetch, pattern, fetches, surroundings);
  });
}

type CompileFetch = (fetch: FetchNode, pattern: readonly string[]) => Step;

function compileNode(node: PlanNode, pattern: readonly string[], compileFetch: CompileFetch): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, pattern, compileFetch)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, pattern, compileFetch)));
    case 'Flatten':
      return compileNode(node.node, [...pattern, ...node.path.map(String)], compileFetch);
    case 'Fetch':
      return compileFetch(node, pattern);
    case 'Condition':
      return onCondition(node, pattern, compileFetch);
    case 'Defer':
      throw new Error('@defer is not part of this graph.');
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function onCondition(node: ConditionNode, pattern: readonly string[], compileFetch: CompileFetch): Step {
  const [yes, no] = [node.ifClause, node.elseClause].map((child) =>
    child ? compileNode(child, pattern, compileFetch) : null,
  );
  const variable = clientsName(node.condition);
  return async (run) => {
    await (own(run.coerced, variable) === true ? yes : no)?.(run);
  };
}
