import type {
  GatewayExecutor,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { badInput, ServiceError } from '#kit/errors.ts';
import type { CacheCounts } from '#kit/lruCache.ts';
import type { Agency } from '../call/agency.ts';
import type { KeptCounts } from '../call/kept.ts';
import type { GatewayContext } from '../context.ts';
import type { CompiledOperation, KnownDocument } from './compileOperation.ts';
import { onlyYield, restingPauses } from './pauses.ts';
import {
  countForClients,
  operationOf,
  plansKeptBy,
  type ServedGraph,
  type ServingOptions,
  serveGraph,
} from './servedGraph.ts';
import { type LoadedSupergraph, readSupergraph } from './supergraph.ts';
import { planAnew, planKnown } from './warmUp.ts';

const usualBudgetMs = 2_000;
/** Apollo Server may have validated with the old schema and not executed yet: so long a graph is kept at the least. */
const graceMs = 1_000;
const usualMostPlans = 4_000;

export interface PlanningOptions extends Pick<ServingOptions, 'connect' | 'log' | 'executor'> {
  readonly supergraph: LoadedSupergraph;
  /** Operations that are planned before the first request comes, and that every later supergraph has to answer. */
  readonly warm?: readonly KnownDocument[];
  /** How long all calls of one request to agencies may take together, in milliseconds; two seconds when left out. */
  readonly budgetMs?: number;
  /** Whether the same query of the same caller is executed once while it is under way; it is not when left out. */
  readonly shareInFlight?: boolean;
  /** Whether what agencies mark with `@cacheControl` is asked once in its time; it is when left out. */
  readonly keepReference?: boolean;
  /** The labels of `@override`, other than `percent(n)`, that are on; none when left out. */
  readonly labelsSet?: ReadonlySet<string>;
  /** Draws a number from 0 to below 1, by which `percent(n)` is decided for a request; a random one when left out. */
  readonly draw?: () => number;
  /** How many plans all operations keep together; four thousand when left out. */
  readonly mostPlans?: number;
  /**
   * Hears which ways to agencies are in use from now on, and which ones only requests need that are under way. Every other
   * one can go.
   */
  readonly settled?: (inUse: readonly Agency[], ending: readonly Agency[]) => void;
}

/**
 * What Apollo Server takes for its gateway: Apollo's planner decides who is asked, everything from a plan to the answer is
 * ours. With the executor `apollo` the plans are made and run by @apollo/gateway itself, for comparison.
 */
export class PlanningGateway implements GatewayInterface {
  private readonly options: PlanningOptions;
  private readonly serving: ServingOptions;
  private readonly listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  private readonly bySchema = new WeakMap<GraphQLSchema, ServedGraph>();
  /** Graphs that are no longer served, or not yet. */
  private readonly others = new Set<ServedGraph>();
  private graph: ServedGraph | null = null;
  /** While a graph is made its ways to agencies are not known here yet, and nothing is left. */
  private isMaking = false;

  constructor(options: PlanningOptions) {
    const { connect, log, executor, warm = [], budgetMs = usualBudgetMs } = options;
    const { labelsSet = new Set(), draw = Math.random, shareInFlight = false, keepReference = true } = options;
    this.options = options;
    const { mostPlans = usualMostPlans } = options;
    const chosen = { labelsSet, draw, shareInFlight, keepReference, mostPlans };
    this.serving = { connect, log, executor, budgetMs, budgets: budgetsOf(warm), ...chosen };
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  async load(_options?: Parameters<GatewayInterface['load']>[0]): Promise<GatewayLoadResult> {
    const { supergraph, warm = [], log, executor } = this.options;
    const graph = await serveGraph(supergraph, this.serving, onlyYield);
    if (executor === 'compiled') await planKnown(graph, warm, log, onlyYield);
    this.takeOver(graph);
    return { executor: this.execute };
  }

  async stop(): Promise<void> {
    this.listeners.clear();
  }

  /**
   * Exchanges the supergraph: one at a time. Another graph is made beside the present one, a little at a time so that
   * requests go on, and takes over at once. Requests that are under way end with the graph that they began with.
   *
   * @throws SupergraphRefused or Error when it cannot be served, or not what is relied on; the present one then stays
   */
  async exchange(text: string): Promise<void> {
    const present = this.loaded;
    const pause = restingPauses();
    let next: ServedGraph | null = null;
    try {
      this.isMaking = true;
      const supergraph = readSupergraph(text);
      await pause();
      next = await serveGraph(supergraph, this.serving, pause);
      this.isMaking = false;
      this.others.add(next);
      if (this.options.executor === 'compiled') await planAnew(next, present, this.options.warm ?? [], pause);
      // Before the other takes over, or the ways of this one would be left at once.
      this.retire(present);
      this.takeOver(next);
    } finally {
      this.isMaking = false;
      if (next) this.others.delete(next);
      this.settle();
    }
  }

  /** The client's schema, as it is now. */
  get schema(): GraphQLSchema {
    return this.loaded.planner.apiSchema;
  }

  /** The supergraph, as it is now. */
  get supergraph(): LoadedSupergraph {
    return this.loaded.supergraph;
  }

  /** How often an operation was planned already, and what the others cost. */
  get counts(): CacheCounts {
    return this.loaded.planned;
  }

  /** What was planned before the first request came. */
  get warmed(): CacheCounts {
    return this.loaded.warmed;
  }

  /** How many operations are kept planned. */
  get kept(): number {
    return this.loaded.operations.size;
  }

  /** How many plans all of them keep together. */
  get plansKept(): number {
    return plansKeptBy(this.loaded);
  }

  /** How often what is the same for everybody was at hand, and how often it was asked. */
  get keptCounts(): KeptCounts {
    return this.loaded.kept.counts;
  }

  /** Whether a document fits the client's schema, as it is now. */
  fits(document: DocumentNode): boolean {
    return this.loaded.fits(document);
  }

  /** The compiled operation of a valid document, made now if it is not at hand. It is to be executed before anything else. */
  operation(known: KnownDocument): CompiledOperation {
    return operationOf(this.loaded, known);
  }

  private readonly execute: GatewayExecutor = async (request) => {
    // It was validated with this schema, whatever took over meanwhile.
    const graph = this.bySchema.get(request.schema) ?? this.loaded;
    if (graph.apollo) return graph.apollo(request);
    const { queryHash, document, operation } = request;
    const named = operation as OperationDefinitionNode | undefined;
    if (!named) return { errors: [badInput('The request does not say which operation of the document is meant.')] };
    const known = { queryHash, document, operationName: named.name?.value };
    const { variables = {} } = request.request;
    try {
      // Apollo Server may add to it, and it may be what others were given too.
      return { ...(await operationOf(graph, known).execute(variables, request.context as GatewayContext)) };
    } catch (error) {
      // What the planner refuses is the client's fault, and not ours.
      if (error instanceof ServiceError) return { errors: [error] };
      throw error;
    }
  };

  private takeOver(graph: ServedGraph): void {
    countForClients(graph);
    this.graph = graph;
    this.others.delete(graph);
    this.bySchema.set(graph.planner.apiSchema, graph);
    const event = { apiSchema: graph.planner.apiSchema, coreSupergraphSdl: graph.supergraph.sdl };
    for (const listener of this.listeners) listener(event);
    this.settle();
  }

  private retire(graph: ServedGraph): void {
    this.others.add(graph);
    const end = () => {
      this.others.delete(graph);
      this.settle();
    };
    setTimeout(() => graph.underWay.whenNone(end), graceMs).unref();
  }

  private settle(): void {
    if (this.isMaking) return;
    const ending = [...this.others].flatMap(({ connected }) => connected);
    this.options.settled?.(this.graph?.connected ?? [], ending);
  }

  private get loaded(): ServedGraph {
    if (!this.graph) throw new Error('The supergraph is not loaded yet.');
    return this.graph;
  }
}

function budgetsOf(documents: readonly KnownDocument[]): Map<string, number> {
  return new Map(
    documents.flatMap(({ queryHash, budgetMs }) => (budgetMs === undefined ? [] : [[queryHash, budgetMs]])),
  );
}
