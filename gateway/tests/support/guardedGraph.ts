import { defaultFieldResolver, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import type { Node } from '../../call/node.ts';
import type { PlanningGateway } from '../../plan/planningGateway.ts';
import type { RandomOperation } from './randomOperation.ts';
import { compose, contextOf, fairWeather, type Scene, startSmallGateway } from './smallGraph.ts';
import { smallSchemas } from './smallSchemas.ts';
import { smallWorld } from './smallWorld.ts';

/** What the rules of the guarded graph withhold from whoever lacks the scope that stands before it. */
export const withheldWithout: Readonly<Record<string, { fields: readonly string[]; types: readonly string[] }>> = {
  'age:read': { fields: ['Person.age', 'Person.discountAge'], types: [] },
  'nick:read': { fields: ['Person.nick'], types: [] },
  'film:watch': { fields: [], types: ['Film'] },
  'notes:write': { fields: ['Mutation.noteAtPeople', 'Mutation.failAtPeople'], types: [] },
};

/** What it withholds from whoever is not signed in. Things stand for it by their interface object. */
const withheldFromNobody = { fields: [], types: ['Parcel', 'Book', 'Film'] };

/** The small graph with access rules, on nullable and other fields, on types of an interface and of a union, on changes. */
export const guardedSchemas: Readonly<Record<string, string>> = {
  ...smallSchemas,
  people: guarded('people', {
    '      age: Int': '      age: Int @requiresScopes(scopes: [["age:read"]])',
    'nick: String!': 'nick: String! @requiresScopes(scopes: [["nick:read"], ["nick:any", "age:read"]])',
    'noteAtPeople(text: String!): Notes!':
      'noteAtPeople(text: String!): Notes! @requiresScopes(scopes: [["notes:write"]])',
    'failAtPeople: String': 'failAtPeople: String @requiresScopes(scopes: [["notes:write"]])',
  }),
  works: guarded('works', {
    'type Film implements Thing @key(fields: "id")':
      'type Film implements Thing @key(fields: "id") @requiresScopes(scopes: [["film:watch"]])',
  }),
  shipping: guarded('shipping', {
    'type Parcel {': 'type Parcel @authenticated {',
    'discountAge: Boolean': 'discountAge: Boolean @requiresScopes(scopes: [["age:read"]])',
  }),
};

export const nobody: Principal = { kind: 'anonymous' };
export const withScopes = (...scopes: string[]): Principal => ({ kind: 'analyst', id: 'test', scopes });

/** The guarded graph behind the gateway, with all that was asked of the agencies; and the same as one server. */
export interface GuardedGraph {
  readonly api: GraphQLSchema;
  readonly gateway: PlanningGateway;
  /** What the agencies were asked since the last question: operations and variables. */
  readonly traffic: readonly string[];
  ask(text: string, principal: Principal, variables?: Node): Promise<ExecutionResult>;
  askMonolith(operation: RandomOperation, principal: Principal): Promise<ExecutionResult>;
}

export async function startGuardedGraph(): Promise<GuardedGraph> {
  const { api } = compose(guardedSchemas);
  const traffic: string[] = [];
  const scene: Scene = { world: smallWorld(), weather: fairWeather };
  const { gateway } = await startSmallGateway(scene, 'compiled', guardedSchemas);
  return {
    api,
    gateway,
    traffic,
    async ask(text, principal, variables = {}) {
      traffic.length = 0;
      scene.world = smallWorld();
      scene.weather = async (agency, call, { operation, variables: given }) => {
        traffic.push(`${agency}: ${operation.text} ${given}`);
        return call();
      };
      const known = { queryHash: text, document: parse(text) };
      return gateway.operation(known).execute(variables, contextOf(principal));
    },
    async askMonolith({ document, variables }, principal) {
      const { fields, types } = withheldFrom(principal);
      const refuse = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(refuse);
        return types.includes(String((value as Node | null)?.__typename)) ? new Error('refused') : value;
      };
      return execute({
        schema: api,
        document,
        variableValues: variables,
        rootValue: smallWorld().roots,
        fieldResolver: (source, given, context, info) => {
          if (fields.includes(`${info.parentType.name}.${info.fieldName}`)) throw new Error('refused');
          return refuse(defaultFieldResolver(source, given, context, info));
        },
      });
    },
  };
}

/** The fields and types that a caller may not see. */
export function withheldFrom(principal: Principal): { fields: string[]; types: string[] } {
  const scopes = principal.kind === 'anonymous' ? [] : principal.scopes;
  const lacking = Object.entries(withheldWithout).flatMap(([scope, held]) => (scopes.includes(scope) ? [] : [held]));
  const all = principal.kind === 'anonymous' ? [...lacking, withheldFromNobody] : lacking;
  return { fields: all.flatMap(({ fields }) => fields), types: all.flatMap(({ types }) => types) };
}

function guarded(agency: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${agency} has no ${from}`);
    return text.replace(from, to);
  }, smallSchemas[agency] ?? '');
}
