import type { GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { applicationTypesName, applicationTypesSchema, fallbackType } from '../../schema/applicationTypes.ts';
import type { GatewayContext } from '../context.ts';
import { pathOf, type SourceRequest, type SourceResponse } from './sourceRequest.ts';

interface Reference {
  readonly id: string;
  readonly typeName: string;
}

/** Answers for the generated subgraph of application types, in this process: it needs no agency and no network. */
export class ApplicationTypesSource implements GraphQLDataSource<GatewayContext> {
  private readonly schema: GraphQLSchema;

  /** @param applicationTypes the concrete types of the graph; any other name becomes the fallback type */
  constructor(applicationTypes: readonly string[]) {
    const known = new Set(applicationTypes);
    const typeOf = ({ typeName }: Reference) => (known.has(typeName) ? typeName : fallbackType);
    this.schema = buildSubgraphSchema([
      {
        typeDefs: parse(applicationTypesSchema(applicationTypes)),
        resolvers: {
          Application: {
            __resolveType: typeOf,
            __resolveReference: (reference: Reference) => ({ ...reference, __typename: typeOf(reference) }),
          },
        },
      },
    ]);
  }

  async process(request: SourceRequest): Promise<SourceResponse> {
    const { query = '', variables } = request.request;
    const started = performance.now();
    const document = parse(query);
    const result = await execute({ schema: this.schema, document, variableValues: variables ?? {} });
    (request.context as GatewayContext).trail.calls.push({
      agency: applicationTypesName,
      operation: query,
      path: pathOf(request),
      ms: performance.now() - started,
      error: null,
    });
    return result as SourceResponse;
  }
}
