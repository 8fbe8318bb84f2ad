import './telemetryOff.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type {
  GatewayExecutor,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { type GraphQLSchema, isAbstractType, type OperationDefinitionNode } from 'graphql';
import { badInput } from '#kit/errors.ts';
import type { Log } from '#kit/log.ts';
import { withScopesCut } from '../access/scopesOfAgencies.ts';
import type { Agency } from '../call/agency.ts';
import { apolloSource } from '../call/apolloSource.ts';
import type { GatewayContext } from '../context.ts';
import { type ApolloPlanner, apolloPlannerOf } from './apolloPlanner.ts';
import {
  type CompiledOperation,
  type CompilingGraph,
  compileOperation,
  type KnownDocument,
} from './compileOperation.ts';
import { type CacheCounts, LruCache } from './planCache.ts';
import { PrivateNames } from './privateNames.ts';
import { type LoadedSupergraph, readSupergraph } from './supergraph.ts';
import { typeTest } from './typeTest.ts';

/** How many operations are kept planned and compiled. */
const mostPlans = 1_000;
/** How many of the operations in use are planned anew before another supergraph takes over. */
const mostWarmed = 200;
const usualBudgetMs = 2_000;

export interface PlanningOptions {
  readonly supergraph: LoadedSupergraph;
  /** Makes the way to an agency that the supergraph names. */
  readonly connect: (name: string, url: string) => Agency;
  readonly log: Log;
  readonly executor: 'compiled' | 'apollo';
  /** Operations that are planned before the first request comes. */
  readonly warm?: readonly KnownDocument[];
  /** How long all calls of one request to agencies may take together, in milliseconds; two seconds when left out. */
  readonly budgetMs?: number;
}

/** One supergraph with the plans made for it. */
interface Graph extends CompilingGraph {
  readonly operations: LruCache<CompiledOperation>;
  /** The documents that have a time of their own, by the hash of their text. */
  readonly budgets: ReadonlyMap<string, number>;
}

/**
 * What Apollo Server takes for its gateway: @apollo/gateway loads the supergraph and plans, everything from a plan to
 * the answer is ours. With the executor `apollo` the plans are run by @apollo/gateway itself.
 */
export class PlanningGateway implements GatewayInterface {
  private readonly options: PlanningOptions;
  private readonly apollo: ApolloGateway;
  private readonly agencies = new Map<string, Agency>();
  private readonly budgets: ReadonlyMap<string, number>;
  private readonly listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  /** What is served, as it was read. */
  supergraph: LoadedSupergraph;
  private update: ((sdl: string) => void) | null = null;
  private graph: Graph | null = null;

  constructor(options: PlanningOptions) {
    this.options = options;
    this.supergraph = options.supergraph;
    this.budgets = budgetsOf(options.warm ?? []);
    this.apollo = new ApolloGateway({
      logger: options.log,
      supergraphSdl: async ({ update }) => {
        this.update = update;
        return { supergraphSdl: this.supergraph.sdl };
      },
      buildService: ({ name, url }) => this.connect(name, url ?? ''),
      experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
        (requestContext.context as GatewayContext).trail.plan = queryPlan;
      },
    });
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  async load(options: Parameters<GatewayInterface['load']>[0]): Promise<GatewayLoadResult> {
    const { executor } = await this.apollo.load(options);
    await this.takeOver(this.options.warm ?? []);
    return { executor: this.options.executor === 'apollo' ? executor : this.execute };
  }

  async stop(): Promise<void> {
    await this.apollo.stop();
  }

  /**
   * Exchanges the supergraph. The operations in use are planned before it takes over, so that no request waits for it.
   *
   * @throws when the new one cannot be loaded; the old one then stays
   */
  async exchange(text: string): Promise<void> {
    const next = readSupergraph(text);
    const inUse = this.graph?.operations.recent(mostWarmed) ?? [];
    this.update?.(next.sdl);
    this.supergraph = next;
    await this.takeOver([...(this.options.warm ?? []), ...inUse]);
  }

  /** The client's schema, as it is now. */
  get schema(): GraphQLSchema {
    return this.loaded.planner.apiSchema;
  }

  /** How often an operation was planned already, and what the others cost. */
  get counts(): CacheCounts {
    return this.loaded.planned;
  }

  /** How many operations are kept planned. */
  get kept(): number {
    return this.loaded.operations.size;
  }

  /** The compiled operation of a valid document, made now if it is not at hand. */
  operation(known: KnownDocument): CompiledOperation {
    return operationOf(this.loaded, known);
  }

  private readonly execute: GatewayExecutor = async ({ queryHash, document, request, context, operation }) => {
    const named = operation as OperationDefinitionNode | undefined;
    if (!named) return { errors: [badInput('The request does not say which operation of the document is meant.')] };
    const known = { queryHash, document, operationName: named.name?.value };
    return this.operation(known).execute(request.variables ?? {}, context as GatewayContext);
  };

  /** Plans what is in use, a little at a time so that requests go on, and then exchanges the graph at once. */
  private async takeOver(operations: readonly KnownDocument[]): Promise<void> {
    const { log, executor } = this.options;
    const graph = this.graphOf(apolloPlannerOf(this.apollo));
    for (const known of executor === 'apollo' ? [] : operations) {
      try {
        operationOf(graph, known).prepare({});
      } catch (error) {
        log.warn({ err: error, operation: known.operationName }, 'An operation does not fit the supergraph');
      }
      await new Promise(setImmediate);
    }
    this.graph = graph;
    const event = { apiSchema: graph.planner.apiSchema, coreSupergraphSdl: this.supergraph.sdl };
    for (const listener of this.listeners) listener(event);
  }

  private graphOf(planner: ApolloPlanner): Graph {
    const { accessRules, sharedRootFields, requiredWithArguments } = this.supergraph;
    return {
      planner,
      accessRules,
      sharedRootFields,
      names: new PrivateNames(requiredWithArguments),
      agencies: this.agencies,
      isA: typeTest(planner.supergraphSchema),
      isAbstract: (typename) => isAbstractType(planner.supergraphSchema.getType(typename)),
      log: this.options.log,
      planned: { hits: 0, misses: 0, missMs: 0 },
      budgetMs: this.options.budgetMs ?? usualBudgetMs,
      budgets: this.budgets,
      operations: new LruCache(mostPlans),
    };
  }

  private connect(name: string, url: string): GraphQLDataSource {
    const agency = withScopesCut(this.options.connect(name, url), () => this.supergraph.scopesOfAgencies);
    this.agencies.set(name, agency);
    return apolloSource(agency);
  }

  private get loaded(): Graph {
    if (!this.graph) throw new Error('The supergraph is not loaded yet.');
    return this.graph;
  }
}

function operationOf(graph: Graph, { queryHash, document, operationName }: KnownDocument): CompiledOperation {
  const key = `${queryHash} ${operationName ?? ''}`;
  return graph.operations.get(key, () => {
    const budgetMs = graph.budgets.get(queryHash);
    return compileOperation({ queryHash, document, operationName, budgetMs }, graph);
  });
}

function budgetsOf(documents: readonly KnownDocument[]): Map<string, number> {
  return new Map(
    documents.flatMap(({ queryHash, budgetMs }) => (budgetMs === undefined ? [] : [[queryHash, budgetMs]])),
  );
}
