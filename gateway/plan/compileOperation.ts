import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import { type CacheCounts, LruCache } from '#kit/lruCache.ts';
import type { AccessRules } from '../access/accessRules.ts';
import { type Caller, decisionsOn } from '../access/decisions.ts';
import { visibleSchemasOf } from '../access/visibleSchemas.ts';
import { decidingVariables, fragmentsOf } from '../answer/collectFields.ts';
import type { FetchSurroundings } from '../call/fetch.ts';
import { type Node, own } from '../call/node.ts';
import type { Run } from '../call/run.ts';
import type { GatewayContext } from '../context.ts';
import type { ApolloPlanner } from './apolloPlanner.ts';
import { coerceVariables } from './coerceVariables.ts';
import { compileVariant, type Variant } from './compileVariant.ts';
import { type LabelsOn, overrideOutcomes } from './overrideOutcomes.ts';
import { labelsMet, type Overrides } from './overrides.ts';
import type { PrivateNames } from './privateNames.ts';
import { shareExecutions } from './sharedExecutions.ts';
import type { UnderWay } from './underWay.ts';

/** A valid document with the hash of its text, and which of its operations is meant. */
export interface KnownDocument {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /** How long all calls of one request for it may take together; as long as any other's when left out. */
  readonly budgetMs?: number | undefined;
}

/** One operation of a client, ready to be executed often. */
export interface CompiledOperation extends KnownDocument {
  /** Asks the agencies and answers. Errors of the variables are the only ones that leave no data at all. */
  execute(variables: Node, context: GatewayContext): Promise<ExecutionResult>;
  /**
   * Plans and compiles it for these variables, as far as `@skip` and `@include` do not wait for others, and for callers
   * like this one; when left out, for those who may see all of it. Also for these labels of `@override`; when left out, for
   * the fewest.
   */
  prepare(variables: Node, caller?: Caller | null, labelsOn?: LabelsOn): QueryPlan;
  /** Which labels of `@override` may be on together, for a request; only none when it meets none. */
  readonly labelSets: readonly LabelsOn[];
  /** How often it was executed. */
  readonly uses: number;
  /** How many plans it keeps. */
  readonly plansKept: number;
  /** What it is planned for at the moment, so that it can be planned for the same on another supergraph. */
  plannedFor(): PlannedFor[];
}

/** The variables that conditions read, and who asked; nobody when it was planned for those who may see all of it. */
export interface PlannedFor {
  readonly variables: Node;
  readonly caller: Caller | null;
}

/** All that operations on one supergraph have in common. */
export interface CompilingGraph extends FetchSurroundings {
  readonly planner: ApolloPlanner;
  readonly accessRules: AccessRules;
  readonly names: PrivateNames;
  readonly overrides: Overrides;
  readonly labelsSet: ReadonlySet<string>;
  readonly draw: () => number;
  /** How often an operation was planned already; every plan of the graph is counted. */
  readonly planned: CacheCounts;
  /** How many plans all operations kept when they were counted, and the ones that were made since: so many at most are kept. */
  readonly plansMade: { since: number };
  readonly underWay: UnderWay;
  /** Whether the same query of the same caller is executed once while it is under way. */
  readonly shareInFlight: boolean;
  /** How long all calls of one request may take together. */
  readonly budgetMs: number;
}

/** How many outcomes of the access rules, `@skip`, `@include` and `@override` are kept planned for one operation. */
const mostVariants = 64;

/** Compiles one operation of a valid document. @throws Error when there is none of that name */
export function compileOperation(known: KnownDocument, graph: CompilingGraph): CompiledOperation {
  const { document, operationName, budgetMs = graph.budgetMs } = known;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('The document has no such operation.');
  const { apiSchema } = graph.planner;
  const fragments = fragmentsOf(document);
  const deciding = decidingVariables(operation, fragments);
  const met = labelsMet(operation, fragments, apiSchema, graph.overrides);
  const outcomes = overrideOutcomes(met, graph.labelsSet, graph.draw);
  const variants = new LruCache<PlannedFor & { readonly asked: string; readonly variant: Variant }>(
    mostVariants,
    graph.planned,
  );
  const decisions = decisionsOn(document, apiSchema, graph.accessRules);
  const variantFor = (coerced: Node, caller: Caller | null, labelsOn: LabelsOn): Variant => {
    const permissions = caller && decisions.for(caller);
    const asked = [permissions?.id ?? '', ...deciding.map((name) => String(own(coerced, name)))].join();
    const key = labelsOn.length === 0 ? asked : `${asked},${labelsOn}`;
    return variants.get(key, () => {
      const source = { document, operation, fragments, variables: coerced, permissions, labelsOn };
      const variant = compileVariant(source, graph);
      graph.plansMade.since += 1;
      const variables = Object.fromEntries(deciding.map((name) => [name, own(coerced, name)]));
      // Who it was is forgotten; what the rules look at is kept.
      return { asked, variables, caller: caller && { kind: caller.kind, scopes: caller.scopes }, variant };
    }).variant;
  };
  let uses = 0;

  /** Tells the trace of a request, where it has one, when it had to wait for a plan. */
  const tracedIfPlanned = ({ trace }: GatewayContext, find: () => Variant): Variant => {
    if (!trace) return find();
    const [startedAt, misses] = [performance.now(), graph.planned.misses];
    const variant = find();
    if (graph.planned.misses > misses) trace.planned(startedAt);
    return variant;
  };

  const execute: CompiledOperation['execute'] = async (variables, context) => {
    const visible = () => visibleSchemasOf(apiSchema, graph.accessRules).for(context.principal);
    const { coerced, errors } = coerceVariables(apiSchema, operation, variables, visible);
    if (errors) return { errors };
    uses += 1;
    const variant = tracedIfPlanned(context, () => variantFor(coerced, context.principal, outcomes.pick()));
    context.trail.plan = variant.plan;
    const startedAt = performance.now();
    const run: Run = {
      context,
      variables,
      coerced,
      data: {},
      failures: [],
      made: new Map(),
      startedAt,
      budgetMs,
    };
    graph.underWay.enter();
    try {
      await variant.askAgencies(run);
    } finally {
      graph.underWay.leave();
    }
    return variant.answer(run);
  };

  return {
    ...known,
    prepare: (variables, caller = null, labelsOn = outcomes.all[0]) => variantFor(variables, caller, labelsOn).plan,
    labelSets: outcomes.all,
    get uses() {
      return uses;
    },
    get plansKept() {
      return variants.size;
    },
    plannedFor() {
      const once = new Map(variants.recent(mostVariants).map((kept) => [kept.asked, kept]));
      return [...once.values()].map(({ variables, caller }) => ({ variables, caller }));
    },
    execute:
      graph.shareInFlight && operation.operation === OperationTypeNode.QUERY ? shareExecutions(execute) : execute,
  };
}
