import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionNode } from 'graphql';
import { renamedFields } from '../call/fetchRewrites.ts';
import type { AgencyCall, GatewayContext } from '../context.ts';
import { type CallCost, type CostedFetch, callCosts } from './callCosts.ts';
import { clientsName } from './privateNames.ts';

/** Which agency answers what, in which step, at what cost: what `extensions.plan` shows. */
export interface ExplainedPlan {
  readonly steps: readonly { readonly calls: readonly ExplainedCall[] }[];
}

/** Its cost is null where the operation was not weighed. */
export interface ExplainedCall extends Nullable<CallCost> {
  readonly agency: string;
  /** Where its answer goes in the whole answer, `@` for each item of a list; empty at the root. */
  readonly path: string;
  readonly fields: readonly string[];
  /** How long it took; null when it was not called, because there was nothing to ask. */
  readonly ms: number | null;
  readonly error: string | null;
}

type Nullable<Parts> = { readonly [part in keyof Parts]: Parts[part] | null };

/** Explains a plan, with the times of the calls that were made, and what each is of the cost of what was weighed. */
export function explainPlan({ plan, calls, weighed }: GatewayContext['trail']): ExplainedPlan {
  const steps: PlacedFetch[][] = [];
  if (plan?.node) place(plan.node, 0, '', steps);
  const costs = weighed ? callCosts(steps.flat().map(costed), weighed).values() : null;
  return { steps: steps.map((step) => ({ calls: step.map((fetch) => explained(fetch, calls, costs?.next().value)) })) };
}

/** A fetch, and where its answer goes. */
interface PlacedFetch {
  readonly node: FetchNode;
  readonly path: string;
}

/** Puts the fetches below a node into the steps from `step` on. @returns the step after the last one used */
function place(node: PlanNode | SubscriptionNode, step: number, path: string, steps: PlacedFetch[][]): number {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.reduce((next, child) => place(child, next, path, steps), step);
    case 'Parallel':
      return Math.max(step, ...node.nodes.map((child) => place(child, step, path, steps)));
    case 'Flatten':
      return place(node.node, step, [path, ...node.path].filter((part) => part !== '').join('.'), steps);
    case 'Condition':
      return Math.max(
        step,
        ...[node.ifClause, node.elseClause].map((child) => (child ? place(child, step, path, steps) : step)),
      );
    case 'Fetch':
      steps[step] = [...(steps[step] ?? []), { node, path }];
      return step + 1;
    default:
      return step;
  }
}

function costed({ node, path }: PlacedFetch): CostedFetch {
  const renamed = renamedFields(node.outputRewrites);
  return { operation: node.operation, ofEntities: node.requires !== undefined, path: clientsPath(path), renamed };
}

function explained(
  { node, path }: PlacedFetch,
  calls: readonly AgencyCall[],
  cost: CallCost | undefined,
): ExplainedCall {
  const made = calls.find((call) => call.operation === node.operation && call.path === path);
  return {
    agency: node.serviceName,
    path: clientsPath(path),
    fields: fieldsAsked(node.operation, node.requires !== undefined),
    cost: cost?.cost ?? null,
    besides: cost?.besides ?? null,
    ms: made?.ms ?? null,
    error: made?.error ?? null,
  };
}

function clientsPath(path: string): string {
  return path.split('.').map(clientsName).join('.');
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
