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
import { keptFields } from '../../schema/keptFields.ts';
import { type AccessRules, readAccessRules } from '../access/accessRules.ts';
import { type ScopesOfAgencies, scopesOfAgencies } from '../access/scopesOfAgencies.ts';
import { type CostRules, readCostRules } from '../admit/costRules.ts';
import { type Overrides, readOverrides } from './overrides.ts';

/** The graph that the gateway serves, read from its composed form. */
export interface LoadedSupergraph {
  /** What @apollo/gateway plans with: the same graph, without the access links that it refuses to load. */
  readonly sdl: string;
  readonly document: DocumentNode;
  /** Who may see what; @apollo/gateway is not told, so we judge before it plans. */
  readonly accessRules: AccessRules;
  /** What asking for a field costs. */
  readonly costRules: CostRules;
  /** Which of a caller's scopes each agency is told. */
  readonly scopesOfAgencies: ScopesOfAgencies;
  /** The types that an application of the inbox can be. */
  readonly applicationTypes: readonly string[];
  /** Root fields that several agencies answer, with the key fields that all of them have of what they lead to; or none. */
  readonly sharedRootFields: ReadonlyMap<string, readonly string[]>;
  /** Fields that some agency requires with arguments of its own choice. */
  readonly requiredWithArguments: ReadonlySet<string>;
  /** Fields that agencies take over step by step. */
  readonly overrides: Overrides;
  /** `Type.field` -> for how many seconds whoever has read it may go by it. */
  readonly maxAges: ReadonlyMap<string, number>;
}

const accessDirectives = ['authenticated', 'requiresScopes', 'policy'];

/**
 * Reads a composed supergraph from its text.
 *
 * @throws Error for access rules that this gateway cannot judge, or for `@cacheControl` on what not everybody may see
 */
export function readSupergraph(text: string): LoadedSupergraph {
  const document = parse(text, { noLocation: true });
  return {
    sdl: print(withoutAccessLinks(document)),
    document,
    accessRules: readAccessRules(document),
    costRules: readCostRules(document),
    scopesOfAgencies: scopesOfAgencies(document),
    applicationTypes: typesImplementing(document, 'Application').filter((type) => type !== fallbackType),
    sharedRootFields: sharedRootFields(document),
    requiredWithArguments: requiredWithArguments(document),
    overrides: readOverrides(document),
    maxAges: maxAges(document),
  };
}

function maxAges(document: DocumentNode): Map<string, number> {
  const fields = keptFields(document);
  for (const { coordinate, fault } of fields) {
    if (fault !== null) throw new Error(`The supergraph has @cacheControl on ${coordinate}, which ${fault}.`);
  }
  return new Map(fields.map(({ coordinate, maxAgeSeconds }) => [coordinate, maxAgeSeconds]));
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
  const shared = new Map<string, string[]>();
  const query = types.get('Query');
  for (const field of query?.fields ?? []) {
    const told = directives(field, 'join__field');
    // Of a field that all agencies answer a supergraph does not say who does.
    const answering = (told.length > 0 ? told : directives(query ?? {}, 'join__type')).map((directive) =>
      argument(directive, 'graph'),
    );
    const entity = types.get(typeOfOne(field) ?? '');
    if (answering.length < 2 || !entity) continue;
    const keys = directives(entity, 'join__type')
      .map((directive) => String(argument(directive, 'key')))
      .filter((fields) => /^\w+( \w+)*$/.test(fields));
    const common = keys.find((fields) => answering.every((graph) => hasKey(entity, graph, fields)));
    if (keys.length > 0) shared.set(field.name.value, common?.split(' ') ?? []);
  }
  return shared;
}

function hasKey(entity: ObjectTypeDefinitionNode, graph: unknown, key: string): boolean {
  return directives(entity, 'join__type').some(
    (directive) => argument(directive, 'graph') === graph && argument(directive, 'key') === key,
  );
}

function requiredWithArguments(document: DocumentNode): Set<string> {
  const required = document.definitions
    .flatMap((definition): readonly FieldDefinitionNode[] =>
      definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition'
        ? (definition.fields ?? [])
        : [],
    )
    .flatMap((field) => directives(field, 'join__field').map((directive) => argument(directive, 'requires')));
  const names = required.flatMap((fields) => [...String(fields ?? '').matchAll(/(\w+)\s*\(/g)]);
  return new Set(names.map(([, name = '']) => name));
}

function directives({ directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined }, name: string) {
  return directives.filter((directive) => directive.name.value === name);
}

function objectTypes(document: DocumentNode): ObjectTypeDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === 'ObjectTypeDefinition');
}

/** The name of a field's type; null for a list. */
function typeOfOne({ type }: FieldDefinitionNode): string | null {
  const nullable = type.kind === 'NonNullType' ? type.type : type;
  return nullable.kind === 'NamedType' ? nullable.name.value : null;
}

function argument(directive: DirectiveNode, name: string): unknown {
  const node = directive.arguments?.find((candidate) => candidate.name.value === name);
  return node ? valueFromASTUntyped(node.value) : undefined;
}
