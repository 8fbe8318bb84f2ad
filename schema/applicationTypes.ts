import type { DocumentNode } from 'graphql';

/** The name of the generated subgraph, which the gateway serves by itself. */
export const applicationTypesName = 'application-types';

/** The type of an application whose agency is not (or not yet) part of the graph. */
export const fallbackType = 'OtherApplication';

/** The names of all concrete application types: object types of any agency that implement `Application`, sorted. */
export function concreteApplicationTypes(schemas: readonly DocumentNode[]): string[] {
  const names = schemas.flatMap(({ definitions }) =>
    definitions.flatMap((definition) =>
      definition.kind === 'ObjectTypeDefinition' &&
      definition.interfaces?.some(({ name }) => name.value === 'Application')
        ? [definition.name.value]
        : [],
    ),
  );
  return [...new Set(names)].sort();
}

/**
 * The schema of the subgraph that joins the mall's inbox with the agencies' own application types (docs/adr/0002).
 *
 * The mall says of each application only the name of its type; this subgraph makes a typed reference of it, and the
 * agency that owns the type answers for the rest. It is made from the agencies' schemas, so a new agency's type joins
 * the inbox and no other agency's file changes.
 */
export function applicationTypesSchema(concreteTypes: readonly string[]): string {
  const types = concreteTypes.map(
    (type) => `
"Named here so that the inbox can lead to it; its agency describes it."
type ${type} implements Application @authenticated @key(fields: "id") @key(fields: "id typeName") {
  "Tracking number"
  id: ID!
  "Name of this type"
  typeName: String!
}`,
  );
  return `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])

"Permohonan: a citizen's request for a service, whichever agency decides it"
interface Application @key(fields: "id typeName") {
  "Nomor permohonan: the tracking number"
  id: ID!
  "Name of the concrete type in this graph"
  typeName: String!
}
${types.join('\n')}

"An application of an agency that is not part of this graph: its envelope shows, its contents stay with the agency."
type ${fallbackType} implements Application @authenticated @key(fields: "id typeName") {
  "Tracking number"
  id: ID!
  "Name of the type at its agency"
  typeName: String!
}
`;
}
