import { composeServices } from '@apollo/composition';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type GraphQLSchema,
  getOperationAST,
  parse,
  printSchema,
} from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import type { Principal } from '#kit/principal.ts';
import type { Agency, AgencyAnswer, AgencyRequest } from '../../call/agency.ts';
import type { Node } from '../../call/node.ts';
import type { GatewayContext } from '../../context.ts';
import { PlanningGateway, type PlanningOptions } from '../../plan/planningGateway.ts';
import { readSupergraph } from '../../plan/supergraph.ts';
import { smallSchemas } from './smallSchemas.ts';
import { type SmallWorld, smallWorld } from './smallWorld.ts';

/** What stands between the gateway and an agency in a test: it may spoil the call or the answer. */
export type Weather = (
  agency: string,
  call: () => Promise<AgencyAnswer>,
  request: AgencyRequest,
) => Promise<AgencyAnswer>;

/** The world that agencies and monolith answer from, and the weather, for the operation that runs now. */
export interface Scene {
  world: SmallWorld;
  weather: Weather;
}

/** How many operations a small agency keeps parsed: tens of thousands come by. */
const mostDocuments = 100;

export const fairWeather: Weather = (_agency, call) => call();

export const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface Composed {
  readonly supergraph: string;
  /** What clients see. */
  readonly api: GraphQLSchema;
}

const composed = new WeakMap<object, Composed>();

/** The composed supergraph of some schemas, made once. @throws Error with what does not compose */
export function compose(schemas: Readonly<Record<string, string>>): Composed {
  const known = composed.get(schemas) ?? composeAnew(schemas);
  composed.set(schemas, known);
  return known;
}

function composeAnew(schemas: Readonly<Record<string, string>>): Composed {
  const services = Object.entries(schemas).map(([name, text]) => ({
    name,
    url: 'http://127.0.0.1:1/graphql',
    typeDefs: parse(federated(text)),
  }));
  const result = composeServices(services);
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return {
    supergraph: result.supergraphSdl,
    api: buildSchema(printSchema(result.schema.toAPISchema().toGraphQLJSSchema())),
  };
}

/** The gateway over the small agencies, which answer in this process from the scene's world. */
export async function startSmallGateway(
  scene: Scene,
  executor: 'compiled' | 'apollo',
  schemas = smallSchemas,
  options: Pick<PlanningOptions, 'labelsSet' | 'draw' | 'warm' | 'mostPlans'> = {},
) {
  const gateway = new PlanningGateway({
    supergraph: readSupergraph(compose(schemas).supergraph),
    connect: (name) => localAgency(name, schemas[name] ?? '', scene),
    log: silentLog,
    executor,
    ...options,
  });
  const loaded = await gateway.load({ apollo: {} });
  return { gateway, executor: loaded.executor };
}

/** Answers an operation as one server with the whole schema would. */
export async function askMonolith(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Node,
  world = smallWorld(),
) {
  return execute({ schema, document, variableValues, rootValue: world.roots });
}

/** Somebody without any scope. Signed in, since an interface object is for nobody else. */
const somebody: Principal = { kind: 'citizen', id: 'somebody', scopes: [] };

export function contextOf(principal: Principal = somebody): GatewayContext {
  return {
    principal,
    purpose: undefined,
    requestId: 'test',
    caller: 'test',
    explain: false,
    explainCost: false,
    trail: { plan: null, calls: [] },
  };
}

/** A small agency that answers in this process. */
export function localAgency(agency: string, schemaText: string, scene: Scene): Agency {
  const answer = inProcess(subgraphSchema(schemaText, scene), () => ({ rootValue: scene.world.roots }));
  return { agency, ask: (request) => scene.weather(agency, () => answer(request), request) };
}

/** Lets a schema answer an agency's calls in this process. @param given what its resolvers are given besides */
export function inProcess(
  schema: GraphQLSchema,
  given: (request: AgencyRequest) => Pick<ExecutionArgs, 'rootValue' | 'contextValue'>,
): (request: AgencyRequest) => Promise<AgencyAnswer> {
  const documents = new LruCache<DocumentNode>(mostDocuments);
  return async (request) => {
    const { operation, variables } = request;
    const document = documents.get(operation.text, () => parse(operation.text, { noLocation: true }));
    const variableValues = JSON.parse(variables) as Node;
    const result = await execute({ schema, document, variableValues, ...given(request) });
    // What travels is JSON.
    const { data = null, errors = [] } = JSON.parse(JSON.stringify(result)) as { data?: Node; errors?: Node[] };
    return {
      data,
      errors: errors.map((error) => ({
        message: String(error.message),
        path: (error.path ?? []) as (string | number)[],
        extensions: { code: 'CONFLICT' },
      })),
    };
  };
}

/** A question as @apollo/gateway's own executor takes it. */
export function askExecutor(
  executor: GatewayExecutor,
  { text, document, variables }: { text: string; document: DocumentNode; variables: Node },
  principal?: Principal,
): ReturnType<GatewayExecutor> {
  const request = { query: text, variables };
  const context = contextOf(principal);
  const operation = getOperationAST(document);
  const requestContext = { request, document, operation, queryHash: text, context, metrics: {}, source: text };
  return executor(requestContext as unknown as Parameters<GatewayExecutor>[0]);
}

function subgraphSchema(schemaText: string, scene: Scene): GraphQLSchema {
  const typeDefs = parse(federated(schemaText));
  const resolvers: Record<string, object> = {};
  for (const definition of typeDefs.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    const bears = (name: string) => definition.directives?.some((directive) => directive.name.value === name) ?? false;
    if (!bears('key')) continue;
    const typename = definition.name.value;
    resolvers[typename] = {
      __resolveReference: (given: Node) => {
        const found = scene.world.find(typename, given);
        return found && { ...found, given, ...(bears('interfaceObject') ? { __typename: typename } : {}) };
      },
      ...(definition.kind === 'InterfaceTypeDefinition' ? { __resolveType: (one: Node) => one.__typename } : {}),
    };
  }
  return buildSubgraphSchema([{ typeDefs, resolvers }] as Parameters<typeof buildSubgraphSchema>[0]);
}

function federated(text: string): string {
  const ofFederation = ['key', 'requires', 'provides', 'shareable', 'external', 'interfaceObject', 'override'];
  const imports = [...ofFederation, 'inaccessible', 'authenticated', 'requiresScopes'].map((name) => `"@${name}"`);
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n${text}`;
}
