import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import {
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  parse,
} from 'graphql';
import { fullSchemaText } from '#kit/subgraph.ts';
import { agencyNames, subgraphsFolder } from '../../../schema/agencies.ts';
import {
  applicationTypesName,
  applicationTypesSchema,
  concreteApplicationTypes,
} from '../../../schema/applicationTypes.ts';
import { publicResolvers, publicSchemas } from './publicGraph.ts';
import { syntheticField, syntheticType } from './syntheticAnswers.ts';

/** One subgraph that answers from memory. */
export interface StubSubgraph {
  readonly name: string;
  readonly schema: DocumentNode;
  readonly executable: GraphQLSchema;
  /** Executes one operation in earnest. @returns the answer as JSON */
  answer(request: { query: string; variables?: Record<string, unknown>; operationName?: string }): Promise<string>;
}

/** Our agencies and the application types, by their own schemas, with made-up data. */
export function ourSubgraphs(): StubSubgraph[] {
  const schemas = agencySchemas();
  const field = syntheticField(concreteApplicationTypes(schemas.map(({ schema }) => schema)));
  const agencies = schemas.map(({ name, schema }) => subgraph(name, schema, {}, field, syntheticType));
  return [...agencies, applicationTypesSubgraph()];
}

/** The subgraph that makes the inbox's references typed ones; our gateway answers it by itself. */
export function applicationTypesSubgraph(): StubSubgraph {
  const types = concreteApplicationTypes(agencySchemas().map(({ schema }) => schema));
  const typeOf = ({ typeName }: { typeName: string }) => typeName;
  return subgraph(applicationTypesName, parse(applicationTypesSchema(types)), {
    Application: {
      __resolveType: typeOf,
      __resolveReference: (reference: { typeName: string }) => ({ ...reference, __typename: typeOf(reference) }),
    },
  });
}

/** The subgraphs of the public benchmark. */
export function publicSubgraphs(): StubSubgraph[] {
  return Object.entries(publicSchemas).map(([name, schema]) =>
    subgraph(name, parse(schema), publicResolvers[name] ?? {}),
  );
}

function agencySchemas(): { name: string; schema: DocumentNode }[] {
  return agencyNames().map((name) => ({
    name,
    schema: parse(fullSchemaText(readFileSync(`${subgraphsFolder}/${name}/schema.graphql`, 'utf8'))),
  }));
}

function subgraph(
  name: string,
  typeDefs: DocumentNode,
  resolvers: object,
  fieldResolver?: GraphQLFieldResolver<unknown, unknown>,
  typeResolver?: GraphQLTypeResolver<unknown, unknown>,
): StubSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]);
  return {
    name,
    schema: typeDefs,
    executable: schema,
    async answer({ query, variables, operationName }) {
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        fieldResolver: fieldResolver ?? null,
        typeResolver: typeResolver ?? null,
      });
      return JSON.stringify(result);
    },
  };
}
