import type { ConditionNode, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { clientsName } from '../plan/privateNames.ts';
import { askedOperation, compileFetch, type FetchSurroundings } from './fetch.ts';
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
  const isRepeated = repeats(node);
  return compileNode(node, { pattern: [], stepsAfter: 0 }, (fetch, standing) => {
    fetches += 1;
    return compileFetch(fetch, { ...standing, order: fetches, isRepeated: isRepeated(fetch) }, surroundings);
  });
}

/**
 * Tells of which fetches a plan has another one that asks the same agency the same. In a plan with changes there is none: what
 * is read after a change need not be what was read before it.
 */
function repeats(plan: PlanNode): (fetch: FetchNode) => boolean {
  const times = new Map<string, number>();
  let changes = 0;
  const asked = (fetch: FetchNode) => `${fetch.serviceName}\n${askedOperation(fetch)}`;
  compileNode(plan, { pattern: [], stepsAfter: 0 }, (fetch) => {
    times.set(asked(fetch), (times.get(asked(fetch)) ?? 0) + 1);
    if (fetch.operationKind === 'mutation') changes += 1;
    return async () => {};
  });
  return (fetch) => changes === 0 && (times.get(asked(fetch)) ?? 0) > 1;
}

/** Where a part of a plan stands: what of the data it is about, and how many steps wait for it. */
interface Standing {
  readonly pattern: readonly string[];
  readonly stepsAfter: number;
}

type CompileFetch = (fetch: FetchNode, standing: Standing) => Step;

function compileNode(node: PlanNode, standing: Standing, compileFetch: CompileFetch): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(
        node.nodes.map((child, index) => {
          const waiting = node.nodes.slice(index + 1).reduce((sum, later) => sum + stepsOf(later), 0);
          return compileNode(child, { ...standing, stepsAfter: standing.stepsAfter + waiting }, compileFetch);
        }),
      );
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, standing, compileFetch)));
    case 'Flatten':
      return compileNode(
        node.node,
        { ...standing, pattern: [...standing.pattern, ...node.path.map(String)] },
        compileFetch,
      );
    case 'Fetch':
      return compileFetch(node, standing);
    case 'Condition':
      return onCondition(node, standing, compileFetch);
    case 'Defer':
      throw new Error('@defer is not part of this graph.');
  }
}

/** How many calls of a part of a plan wait for one another. */
function stepsOf(node: PlanNode | undefined): number {
  switch (node?.kind) {
    case 'Sequence':
      return node.nodes.reduce((sum, child) => sum + stepsOf(child), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(stepsOf));
    case 'Flatten':
      return stepsOf(node.node);
    case 'Condition':
      return Math.max(stepsOf(node.ifClause), stepsOf(node.elseClause));
    default:
      return node ? 1 : 0;
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

function onCondition(node: ConditionNode, standing: Standing, compileFetch: CompileFetch): Step {
  const [yes, no] = [node.ifClause, node.elseClause].map((child) =>
    child ? compileNode(child, standing, compileFetch) : null,
  );
  const variable = clientsName(node.condition);
  return async (run) => {
    await (own(run.coerced, variable) === true ? yes : no)?.(run);
  };
}
