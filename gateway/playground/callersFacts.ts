import type { GraphQLSchema } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import { visibleSchemasOf } from '../access/visibleSchemas.ts';
import type { LoadedSupergraph } from '../plan/supergraph.ts';
import type { SchemaFacts } from './facts.ts';
import { factsWithin, readSchemaFacts } from './schemaFacts.ts';

/** The graph that is served at the moment. */
export interface ServedSchema {
  readonly schema: GraphQLSchema;
  readonly supergraph: Pick<LoadedSupergraph, 'document' | 'accessRules' | 'scopesOfAgencies'>;
}

/** What each caller may know of the graph that is served: nothing of what its introspection does not show them. */
export class CallersFacts {
  private readonly served: () => ServedSchema;
  private readonly bySchema = new WeakMap<GraphQLSchema, (principal: Principal) => SchemaFacts>();

  constructor(served: () => ServedSchema) {
    this.served = served;
  }

  for(principal: Principal): SchemaFacts {
    const served = this.served();
    const known = this.bySchema.get(served.schema) ?? factsOf(served);
    this.bySchema.set(served.schema, known);
    return known(principal);
  }

  /** Every scope that some rule of the graph looks for. */
  get scopes(): string[] {
    const { scopesOfAgencies } = this.served().supergraph;
    return [...new Set([...scopesOfAgencies.values()].flatMap((scopes) => [...scopes]))].sort();
  }
}

function factsOf({ schema, supergraph }: ServedSchema): (principal: Principal) => SchemaFacts {
  const visible = visibleSchemasOf(schema, supergraph.accessRules);
  const whole = readSchemaFacts(supergraph.document, supergraph.accessRules);
  // Callers who see the same have one schema, and so the same facts.
  const kept = new WeakMap<GraphQLSchema, SchemaFacts>();
  return (principal) => {
    const seen = visible.for(principal);
    const facts = kept.get(seen) ?? factsWithin(whole, seen);
    kept.set(seen, facts);
    return facts;
  };
}
