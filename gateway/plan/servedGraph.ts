import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { type DocumentNode, isAbstractType, validate } from 'graphql';
import type { Log } from '#kit/log.ts';
import { type CacheCounts, LruCache } from '#kit/lruCache.ts';
import { withScopesCut } from '../access/scopesOfAgencies.ts';
import type { Agency } from '../call/agency.ts';
import { apolloSource } from '../call/apolloSource.ts';
import { KeptEntities } from '../call/kept.ts';
import { apolloPlannerOf } from './apolloPlanner.ts';
import {
  type CompiledOperation,
  type CompilingGraph,
  compileOperation,
  type KnownDocument,
} from './compileOperation.ts';
import type { Pause } from './pauses.ts';
import { PrivateNames } from './privateNames.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { typeTest } from './typeTest.ts';
import { UnderWay } from './underWay.ts';

/** How many operations are kept compiled. */
const mostOperations = 1_000;
/** So much is left when something has to go, so that it is not looked for again with each plan. */
const afterForgetting = 0.9;

export interface ServingOptions {
  /** Makes the way to an agency that the supergraph names, or gives the one that there is. */
  readonly connect: (name: string, url: string, supergraph: LoadedSupergraph) => Agency;
  readonly log: Log;
  readonly executor: 'compiled' | 'apollo';
  readonly budgetMs: number;
  /** The labels of `@override`, other than `percent(n)`, that are on. */
  readonly labelsSet: ReadonlySet<string>;
  /** Whether the same query of the same caller is executed once while it is under way. */
  readonly shareInFlight: boolean;
  /** Whether what agencies mark with `@cacheControl` is asked once in its time. */
  readonly keepReference: boolean;
  /** Draws a number from 0 to below 1, by which `percent(n)` is decided for a request. */
  readonly draw: () => number;
  /** How many plans all operations keep together: one has a plan for each outcome of its conditions and of the access rules. */
  readonly mostPlans: number;
  /** The documents that have a time of their own, by the hash of their text. */
  readonly budgets: ReadonlyMap<string, number>;
}

/**
 * One supergraph with everything that follows from it: schemas, planner, rules, ways to agencies, plans. It is exchanged as
 * one, and a request that began with it ends with it.
 */
export interface ServedGraph extends CompilingGraph {
  readonly supergraph: LoadedSupergraph;
  /** The ways to its agencies. */
  readonly connected: readonly Agency[];
  readonly operations: LruCache<CompiledOperation>;
  readonly mostPlans: number;
  /** What was planned before the first request came. */
  readonly warmed: CacheCounts;
  readonly budgets: ReadonlyMap<string, number>;
  /** Who executes in the place of our own executor. */
  readonly apollo: GatewayExecutor | null;
  /** Whether a document fits the client's schema; looked at once. */
  fits(document: DocumentNode): boolean;
}

/** Makes all that serving a supergraph takes; nothing of it is in use yet. @throws when it cannot be served */
export async function serveGraph(
  supergraph: LoadedSupergraph,
  options: ServingOptions,
  pause: Pause,
): Promise<ServedGraph> {
  const { connect, log, executor, budgetMs, budgets, labelsSet, draw, shareInFlight, keepReference } = options;
  const { accessRules, sharedRootFields, requiredWithArguments, overrides } = supergraph;
  const planner = await apolloPlannerOf(supergraph.sdl, pause);
  const ways = new Map(planner.agencies.map(({ name, url }) => [name, connect(name, url, supergraph)]));
  const agencies = new Map([...ways].map(([name, way]) => [name, withScopesCut(way, supergraph.scopesOfAgencies)]));
  const sourceOf = (name: string) => apolloSource(agencies.get(name) ?? nobody(name));
  const { apolloExecutor } = executor === 'apollo' ? await import('./apolloExecutor.ts') : notLoaded;
  const fitting = new WeakMap<DocumentNode, boolean>();
  return {
    supergraph,
    planner,
    connected: [...ways.values()],
    agencies,
    accessRules,
    overrides,
    labelsSet,
    shareInFlight,
    draw,
    sharedRootFields,
    kept: new KeptEntities(planner.supergraphSchema, keepReference ? supergraph.maxAges : new Map()),
    names: new PrivateNames(requiredWithArguments),
    isA: typeTest(planner.supergraphSchema),
    isAbstract: (typename) => isAbstractType(planner.supergraphSchema.getType(typename)),
    log,
    planned: { hits: 0, misses: 0, missMs: 0 },
    plansMade: { since: 0 },
    mostPlans: options.mostPlans,
    warmed: { hits: 0, misses: 0, missMs: 0 },
    underWay: new UnderWay(),
    budgetMs,
    budgets,
    operations: new LruCache(mostOperations),
    apollo: (await apolloExecutor?.(supergraph.sdl, sourceOf, log)) ?? null,
    fits(document) {
      const known = fitting.get(document);
      if (known !== undefined) return known;
      const fits = validate(planner.apiSchema, document).length === 0;
      fitting.set(document, fits);
      return fits;
    },
  };
}

/** The compiled operation of a valid document, made now if it is not at hand. */
export function operationOf(
  graph: ServedGraph,
  { queryHash, document, operationName }: KnownDocument,
): CompiledOperation {
  const key = `${queryHash} ${operationName ?? ''}`;
  if (graph.plansMade.since > graph.mostPlans) forgetPlans(graph);
  return graph.operations.get(key, () => {
    const budgetMs = graph.budgets.get(queryHash);
    return compileOperation({ queryHash, document, operationName, budgetMs }, graph);
  });
}

/** Forgets the operations that were not asked for longest, until the others keep no more plans than they may. */
function forgetPlans(graph: ServedGraph): void {
  let kept = plansKeptBy(graph);
  while (kept > graph.mostPlans * afterForgetting) kept -= graph.operations.forgetOldest()?.plansKept ?? kept;
  graph.plansMade.since = kept;
}

/** How many plans the operations of a graph keep together. */
export function plansKeptBy({ operations }: Pick<ServedGraph, 'operations'>): number {
  return operations.recent(mostOperations).reduce((sum, { plansKept }) => sum + plansKept, 0);
}

/** Counts from now on what clients wait for, apart from what was planned for them before. */
export function countForClients({ planned, warmed }: ServedGraph): void {
  Object.assign(warmed, planned);
  Object.assign(planned, { hits: 0, misses: 0, missMs: 0, slowestMs: 0 } satisfies CacheCounts);
}

/** @apollo/gateway takes time and memory to load, and is for comparison only. */
const notLoaded = { apolloExecutor: null };

function nobody(name: string): never {
  throw new Error(`The supergraph names an agency that nobody connected: ${name}.`);
}
