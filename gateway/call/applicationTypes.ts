import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { applicationTypesName, applicationTypesSchema, fallbackType } from '../../schema/applicationTypes.ts';
import type { Agency, AgencyAnswer, AgencyRequest, PreparedOperation } from './agency.ts';

interface Reference {
  readonly id: string;
  readonly typeName: string;
}

/** Answers for the generated subgraph of application types, in this process: it needs no agency and no network. */
export class ApplicationTypes implements Agency {
  readonly agency = applicationTypesName;
  private readonly schema: GraphQLSchema;
  private readonly documents = new WeakMap<PreparedOperation, DocumentNode>();

  /** @param applicationTypes the concrete types of the graph; any other name becomes the fallback type */
  constructor(applicationTypes: readonly string[]) {
    const known = new Set(applicationTypes);
    // An agency may know an application by its number alone: then the name of the type is all that there is to add.
    const named = applicationTypes.map((typeName) => [
      typeName,
      { __resolveReference: (reference: Reference) => ({ ...reference, typeName }) },
    ]);
    const typeOf = ({ typeName }: Reference) => (known.has(typeName) ? typeName : fallbackType);
    this.schema = buildSubgraphSchema([
      {
        typeDefs: parse(applicationTypesSchema(applicationTypes)),
        resolvers: {
          ...Object.fromEntries(named),
          Application: {
            __resolveType: typeOf,
            __resolveReference: (reference: Reference) => ({ ...reference, __typename: typeOf(reference) }),
          },
        },
      },
    ]);
  }

  async ask({ operation, variables }: AgencyRequest): Promise<AgencyAnswer> {
    const document = this.documents.get(operation) ?? parse(operation.text, { noLocation: true });
    this.documents.set(operation, document);
    const variableValues = JSON.parse(variables) as Record<string, unknown>;
    const { data = null, errors = [] } = await execute({ schema: this.schema, document, variableValues });
    return {
      data: data as AgencyAnswer['data'],
      errors: errors.map(({ message }) => ({ message, path: [], extensions: {} })),
    };
  }
}
