import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Fragments } from '../answer/collectFields.ts';

/** The fields that one agency takes over from another step by step, with the label of `@override(from:, label:)`. */
export type Overrides = ReadonlyMap<string, string>;

/** Reads from a supergraph which fields are taken over step by step, by their coordinates. */
export function readOverrides(supergraph: DocumentNode): Overrides {
  const labels = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const given = field.directives?.flatMap((directive) => directive.arguments ?? []) ?? [];
      const label = given.find(({ name }) => name.value === 'overrideLabel')?.value;
      if (label?.kind === Kind.STRING) labels.set(`${definition.name.value}.${field.name.value}`, label.value);
    }
  }
  return labels;
}

/** The labels of the fields that an operation asks for; of an interface those of all that it can be. */
export function labelsMet(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
  overrides: Overrides,
): string[] {
  if (overrides.size === 0) return [];
  const met = new Set<string>();
  const info = new TypeInfo(schema);
  const noteField = visitWithTypeInfo(info, {
    Field({ name }) {
      for (const type of alike(info.getParentType(), schema)) {
        const label = overrides.get(`${type}.${name.value}`);
        if (label !== undefined) met.add(label);
      }
    },
  });
  for (const root of [operation, ...fragments.values()]) visit(root, noteField);
  return [...met].sort();
}

/** By what type a field of this one may be described: itself, its interfaces, and what an abstract one can be. */
function alike(type: GraphQLNamedType | null | undefined, schema: GraphQLSchema): Set<string> {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const interfaces = [type, ...possible].flatMap((one) =>
    isObjectType(one) || isInterfaceType(one) ? one.getInterfaces() : [],
  );
  return new Set([...(type ? [type] : []), ...possible, ...interfaces].map(({ name }) => name));
}
