import { readFileSync } from 'node:fs';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { fallbackType } from '../../schema/applicationTypes.ts';

/** The graph that the gateway serves, read from its composed form. */
export interface LoadedSupergraph {
  /** What @apollo/gateway plans with: the same graph, without the access links that it refuses to load. */
  readonly sdl: string;
  readonly document: DocumentNode;
  /** The types that an application of the inbox can be. */
  readonly applicationTypes: readonly string[];
  /** Root fields that several agencies answer, with the names of the key fields of what they lead to. */
  readonly sharedRootFields: ReadonlyMap<string, readonly string[]>;
}

const accessDirectives = ['authenticated', 'requiresScopes', 'policy'];

/** Reads a composed supergraph from a file. @throws when it is missing or not GraphQL */
export function loadSupergraph(file: string): LoadedSupergraph {
  return readSupergraph(readFileSync(file, 'utf8'));
}

/** Reads a composed supergraph from its text. */
export function readSupergraph(text: string): LoadedSupergraph {
  const document = parse(text, { noLocation: true });
  return {
    sdl: print(withoutAccessLinks(document)),
    document,
    applicationTypes: typesImplementing(document, 'Application').filter((type) => type !== fallbackType),
    sharedRootFields: sharedRootFields(document),
  };
}

/** @apollo/gateway 2.14 does not load a supergraph that links @authenticated, @requiresScopes or @policy. */
function withoutAccessLinks(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (directive) => {
      const isLink = directive.name.value === 'link' && accessDirectives.some((name) => linksTo(directive, name));
      return isLink || accessDirectives.includes(directive.name.value) ? null : undefined;
    },
    DirectiveDefinition: ({ name }) => (accessDirectives.includes(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) =>
      accessDirectives.some((directive) => name.value.startsWith(`${directive}__`)) ? null : undefined,
  });
}

function linksTo(link: DirectiveNode, spec: string): boolean {
  return String(argument(link, 'url')).startsWith(`https://specs.apollo.dev/${spec}/`);
}

function typesImplementing(document: DocumentNode, interfaceName: string): string[] {
  return objectTypes(document)
    .filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === interfaceName))
    .map(({ name }) => name.value);
}

function sharedRootFields(document: DocumentNode): Map<string, string[]> {
  const types = new Map(objectTypes(document).map((type) => [type.name.value, type]));
  const query = types.get('Query');
  const shared = new Map<string, string[]>();
  for (const field of query?.fields ?? []) {
    const answering = field.directives?.filter(({ name }) => name.value === 'join__field') ?? [];
    const entity = types.get(namedType(field));
    const key = entity?.directives?.map((directive) => argument(directive, 'key')).find((fields) => fields);
    if (answering.length > 1 && typeof key === 'string') shared.set(field.name.value, key.split(/\s+/));
  }
  return shared;
}

function objectTypes(document: DocumentNode): ObjectTypeDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === 'ObjectTypeDefinition');
}

function namedType(field: FieldDefinitionNode): string {
  let { type } = field;
  while (type.kind !== 'NamedType') type = type.type;
  return type.name.value;
}

function argument(directive: DirectiveNode, name: string): unknown {
  const node = directive.arguments?.find((candidate) => candidate.name.value === name);
  return node ? valueFromASTUntyped(node.value) : undefined;
}
