import { readFileSync } from 'node:fs';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  buildSchema,
  execute,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Principal } from '#kit/principal.ts';
import { scalars } from '#kit/scalars/scalars.ts';
import { leaf } from '../../../mock/leaves.ts';
import { mockSchema } from '../../../mock/mockSchema.ts';
import { Thing } from '../../../mock/thing.ts';
import { World } from '../../../mock/world.ts';
import { agencyNames, subgraphsFolder } from '../../../schema/agencies.ts';
import { applicationTypesName } from '../../../schema/applicationTypes.ts';
import { committedGraph } from '../../../schema/compose.ts';
import type { Agency } from '../../call/agency.ts';
import { ApplicationTypes } from '../../call/applicationTypes.ts';
import { PlanningGateway } from '../../plan/planningGateway.ts';
import { readSupergraph } from '../../plan/supergraph.ts';
import type { FuzzedGraph } from '../support/fuzz.ts';
import { randomOperation } from '../support/randomOperation.ts';
import { randomNumbers, type ScalarMaker } from '../support/randomValue.ts';
import { askExecutor, contextOf, fairWeather, inProcess, silentLog, type Weather } from '../support/smallGraph.ts';

/**
 * The committed graph of all agencies behind both executors, each agency made up from its own schema in this process, and
 * the schema of clients as one server with the same answers. Fields hold null now and then, and fail now and then.
 */
export async function startRealGraph(): Promise<FuzzedGraph> {
  const { supergraph, api: apiText } = committedGraph();
  const world = new World('random operations');
  const required = new Set(supergraph.match(/(?<=requires: ")[^"]+/g)?.flatMap((fields) => fields.match(/\w+/g) ?? []));
  const api = buildSchema(apiText);
  const citizen: Principal = { kind: 'citizen', id: 'ctz_somebody', scopes: scopesIn(supergraph) };
  const weather = { now: fairWeather };
  const loaded = readSupergraph(supergraph);
  const schemas = new Map(
    agencyNames().map((name) => {
      const text = readFileSync(`${subgraphsFolder}${name}/schema.graphql`, 'utf8');
      return [name, withFaults(mockSchema(text, world), api, required)];
    }),
  );
  const monolith = asOne(withScalars(buildSchema(apiText)), [...schemas.values()]);

  const connect = (name: string): Agency => {
    if (name === applicationTypesName) return new ApplicationTypes(loaded.applicationTypes);
    const answer = inProcess(schemas.get(name) as GraphQLSchema, ({ identity }) => ({
      contextValue: { principal: identity.principal, refusal: null },
    }));
    return { agency: name, ask: (request) => weather.now(name, () => answer(request), request) };
  };
  const start = async (executor: 'compiled' | 'apollo') => {
    const gateway = new PlanningGateway({ supergraph: loaded, connect, log: silentLog, executor });
    const { executor: execute } = await gateway.load({ apollo: {} });
    return { gateway, execute: execute as GatewayExecutor };
  };
  const [ours, apollo] = [await start('compiled'), await start('apollo')];
  return {
    api,
    operation: (seed, kind) => randomOperation(api, seed, { kind, scalars: scalarsOfAgencies, most: 24 }),
    async ask({ text, document, variables }, weatherNow: Weather = fairWeather) {
      weather.now = weatherNow;
      return ours.gateway.operation({ queryHash: text, document }).execute(variables, contextOf(citizen));
    },
    async askApollo(operation) {
      weather.now = fairWeather;
      return askExecutor(apollo.execute, operation, citizen);
    },
    async askMonolith({ document, variables }) {
      const contextValue = { principal: citizen, refusal: null };
      return execute({ schema: monolith, document, variableValues: variables, contextValue });
    },
  };
}

/** Scalars are the agencies' own: the one server writes and reads them as they do. */
function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, { serialize, parseValue, parseLiteral }] of Object.entries(scalars)) {
    Object.assign(schema.getType(name) ?? {}, { serialize, parseValue, parseLiteral });
  }
  return schema;
}

/** Values that agencies can read. */
const scalarsOfAgencies: ScalarMaker = (scalar, name, random) => {
  if (name === 'after') return null;
  if (name === 'first') return 1 + Math.floor(random() * 4);
  const value = leaf(scalarNamed(scalar), 'random operations', {
    type: scalar,
    field: name,
    name: String(Math.floor(random() * 5)),
  });
  return value instanceof Date ? value.toISOString() : value;
};

function scalarNamed(name: string): GraphQLScalarType {
  return new GraphQLScalarType({ name });
}

/**
 * Lets fields hold nothing or fail where clients must reckon with null: always the same fields of the same objects, whoever
 * is asked. What an agency requires of others does not fail: that would be told too, and the one server has nothing to tell.
 */
function withFaults(schema: GraphQLSchema, api: GraphQLSchema, required: ReadonlySet<string>): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const seen = api.getType(type.name);
    if (!isObjectType(type) || isIntrospectionType(type) || !isObjectType(seen)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      const offered = seen.getFields()[field.name];
      if (!resolve || !offered) continue;
      const mayFail = !isNonNullType(offered.type) && !isNonNullType(field.type);
      field.resolve = (source, unordered, context, info) => {
        const given = inOrder(unordered) as object;
        const luck = mayFail && source instanceof Thing ? luckOf(source, given, info) : 1;
        if (luck < 0.03 && !required.has(field.name)) throw new Error('not today');
        return luck < 0.1 ? null : resolve(source, given, context, info);
      };
    }
  }
  return schema;
}

/** One server with the whole schema: each field is answered by what an agency that has it answers with. */
function asOne(whole: GraphQLSchema, agencies: readonly GraphQLSchema[]): GraphQLSchema {
  for (const type of Object.values(whole.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isAbstractType(type)) type.resolveType = (value) => (value as Thing).type;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const [[parentType, owned] = []] = agencies.flatMap((agency) => answering(agency, type, field.name));
      // The gateway itself answers for applications of types that it does not know: here there are none.
      if (!parentType || !owned?.resolve) continue;
      const { resolve, type: returnType } = owned;
      field.resolve = (source, given, context, info) =>
        resolve(source, given, context, { ...info, parentType, returnType });
    }
  }
  return whole;
}

/** The field of an agency that answers it, be it as one of an interface of which it knows no types. */
function answering(agency: GraphQLSchema, type: GraphQLObjectType, name: string) {
  return [type, ...type.getInterfaces()].flatMap((one) => {
    const known = agency.getType(one.name);
    const own = isObjectType(known) ? known.getFields()[name] : undefined;
    const isElsewhere = own?.astNode?.directives?.some((directive) => directive.name.value === 'external') ?? false;
    return isObjectType(known) && own && !isElsewhere ? [[known, own] as const] : [];
  });
}

/** Arguments in one order: what is made up goes by their text, and the whole schema has them in another order. */
function inOrder(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(inOrder);
  if (typeof given !== 'object' || given === null || given instanceof Date) return given;
  const members = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, value]) => [name, inOrder(value)]));
}

function luckOf({ name }: Thing, given: object, { fieldName }: GraphQLResolveInfo): number {
  const text = `${name} ${fieldName} ${JSON.stringify(given)}`;
  return randomNumbers([...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7))();
}

function scopesIn(supergraph: string): string[] {
  return [...new Set(supergraph.match(/"[a-z-]+:[a-z-]+"/g)?.map((scope) => scope.slice(1, -1)))];
}
