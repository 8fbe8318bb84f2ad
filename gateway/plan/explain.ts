import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionNode } from 'graphql';
import type { AgencyCall } from '../context.ts';
import { clientsName } from './privateNames.ts';

/** Which agency answers what, in which step: what `extensions.plan` shows. */
export interface ExplainedPlan {
  readonly steps: readonly { readonly calls: readonly ExplainedCall[] }[];
}

export interface ExplainedCall {
  readonly agency: string;
  /** Where its answer goes in the whole answer, `@` for each item of a list; empty at the root. */
  readonly path: string;
  readonly fields: readonly string[];
  /** How long it took; null when it was not called, because there was nothing to ask. */
  readonly ms: number | null;
  readonly error: string | null;
}

/** Explains a plan, with the times of the calls that were made. */
export function explainPlan(plan: QueryPlan | null, calls: readonly AgencyCall[]): ExplainedPlan {
  const steps: ExplainedCall[][] = [];
  if (plan?.node) place(plan.node, 0, '', steps, calls);
  return { steps: steps.map((calls) => ({ calls })) };
}

/** Puts the fetches below a node into the steps from `step` on. @returns the step after the last one used */
function place(
  node: PlanNode | SubscriptionNode,
  step: number,
  path: string,
  steps: ExplainedCall[][],
  calls: readonly AgencyCall[],
): number {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.reduce((next, child) => place(child, next, path, steps, calls), step);
    case 'Parallel':
      return Math.max(step, ...node.nodes.map((child) => place(child, step, path, steps, calls)));
    case 'Flatten':
      return place(node.node, step, [path, ...node.path].filter((part) => part !== '').join('.'), steps, calls);
    case 'Condition':
      return Math.max(
        step,
        ...[node.ifClause, node.elseClause].map((child) => (child ? place(child, step, path, steps, calls) : step)),
      );
    case 'Fetch': {
      const made = calls.find((call) => call.operation === node.operation && call.path === path);
      const call: ExplainedCall = {
        agency: node.serviceName,
        path: path.split('.').map(clientsName).join('.'),
        fields: fieldsAsked(node.operation, node.requires !== undefined),
        ms: made?.ms ?? null,
        error: made?.error ?? null,
      };
      steps[step] = [...(steps[step] ?? []), call];
      return step + 1;
    }
    default:
      return step;
  }
}

/** The fields that a fetch asks for: of the root, or of the entities it completes. */
function fieldsAsked(operation: string, ofEntities: boolean): string[] {
  const [definition] = parse(operation).definitions;
  const root = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  const level = ofEntities ? root.flatMap(childrenOf) : root;
  return [...new Set(level.flatMap((selection) => named(selection, ofEntities ? 1 : 2)))];
}

function named(selection: SelectionNode, depth: number): string[] {
  const children = childrenOf(selection);
  if (selection.kind !== Kind.FIELD) return children.flatMap((child) => named(child, depth));
  const name = selection.name.value;
  if (name === '__typename') return [];
  if (depth <= 1 || children.length === 0) return [name];
  return children.flatMap((child) => named(child, depth - 1)).map((child) => `${name}.${child}`);
}

function childrenOf(selection: SelectionNode): readonly SelectionNode[] {
  return selection.kind === Kind.FRAGMENT_SPREAD ? [] : (selection.selectionSet?.selections ?? []);
}
