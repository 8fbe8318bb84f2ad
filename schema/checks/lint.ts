import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';

/** A fault of a schema, worded for the agency that has to mend it. */
export interface Finding {
  readonly agency: string;
  /** `Type` or `Type.field` */
  readonly coordinate: string;
  readonly message: string;
}

/** The schema of one agency, as it wrote it. */
export interface AgencySchema {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

type Fielded = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

const accessDirectives = ['public', 'authenticated', 'requiresScopes'];
const rootTypes = ['Query', 'Mutation'];

/** Checks what composition itself does not: access rules, descriptions and nullability across agencies. */
export function lintAgencySchema(agency: string, schema: DocumentNode): Finding[] {
  const types = schema.definitions.filter(
    (definition): definition is Fielded =>
      definition.kind === 'ObjectTypeDefinition' ||
      definition.kind === 'ObjectTypeExtension' ||
      definition.kind === 'InterfaceTypeDefinition',
  );
  const foreign = new Set(types.filter(isStub).map(({ name }) => name.value));
  const findings = [
    ...types.flatMap(missingAccessRules),
    ...types.flatMap((type) => fieldsThatMustBeNullable(type, foreign)),
    ...missingDescriptions(schema),
  ];
  return findings.map((finding) => ({ agency, ...finding }));
}

type Fault = Omit<Finding, 'agency'>;

/** No rule means deny: a type or root field without one must not reach the graph. */
function missingAccessRules(type: Fielded): Fault[] {
  if (type.kind === 'InterfaceTypeDefinition' || isStub(type) || hasRule(type)) return [];
  // Composition takes no rule here: it stands on the concrete types, and the kit asks for a signed-in caller.
  if (has(type, 'interfaceObject')) return [];
  const faults: Fault[] = [];
  for (const field of type.fields ?? []) {
    if (hasRule(field)) continue;
    faults.push({
      coordinate: `${type.name.value}.${field.name.value}`,
      message: 'has no access rule: give it, or its type, @public, @authenticated or @requiresScopes',
    });
  }
  return faults;
}

/** An agency that does not answer must cost its own fields only, never the list or object that holds them. */
function fieldsThatMustBeNullable(type: Fielded, foreign: ReadonlySet<string>): Fault[] {
  if (isStub(type)) return [];
  const isApplication = type.interfaces?.some(({ name }) => name.value === 'Application') ?? false;
  const extendsCitizen = type.name.value === 'Citizen';
  return (type.fields ?? []).flatMap((field) => {
    if (field.type.kind !== 'NonNullType' || isKeyField(type, field) || has(field, 'external')) return [];
    const coordinate = `${type.name.value}.${field.name.value}`;
    if (isApplication || extendsCitizen) {
      return [{ coordinate, message: 'is reached across agencies, so it must be nullable' }];
    }
    return foreign.has(namedType(field))
      ? [{ coordinate, message: 'leads to an entity of another agency, so it must be nullable' }]
      : [];
  });
}

/**
 * Checks the agencies' schemas side by side: what several of them declare must be described in the same words, since the
 * graph has room for one description only.
 */
export function lintAcrossAgencies(schemas: readonly AgencySchema[]): Finding[] {
  const first = new Map<string, { agency: string; words: string }>();
  const findings: Finding[] = [];
  for (const { name: agency, typeDefs } of schemas) {
    for (const [coordinate, words] of descriptionsOf(typeDefs)) {
      const known = first.get(coordinate);
      if (!known) first.set(coordinate, { agency, words });
      else if (known.words !== words) {
        const message = `is described in other words than by ${known.agency}: use its words where it is the same thing, and another name where it is not`;
        findings.push({ agency, coordinate, message });
      }
    }
  }
  return findings;
}

/** Everything in a schema that has a description, with its words. */
export function descriptionsOf(schema: DocumentNode): [coordinate: string, words: string][] {
  return schema.definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name) return [];
    const owner = definition.name.value;
    const parts = [
      ...('fields' in definition ? (definition.fields ?? []) : []),
      ...('values' in definition ? (definition.values ?? []) : []),
    ].map(({ name, description }) => ({ coordinate: `${owner}.${name.value}`, description }));
    const own = 'description' in definition ? definition.description : undefined;
    return [{ coordinate: owner, description: own }, ...parts].flatMap(({ coordinate, description }) =>
      description ? [[coordinate, description.value] satisfies [string, string]] : [],
    );
  });
}

function missingDescriptions(schema: DocumentNode): Fault[] {
  return schema.definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name || isForeign(definition)) return [];
    const owner = definition.name.value;
    const parts = [
      ...('fields' in definition ? (definition.fields ?? []) : []),
      ...('values' in definition ? (definition.values ?? []) : []),
    ];
    const undescribed = parts.filter(({ description }) => !description).map(({ name }) => `${owner}.${name.value}`);
    undescribed.push(...parts.flatMap((part) => ('arguments' in part ? undescribedArguments(owner, part) : [])));
    if ('description' in definition && !definition.description && !rootTypes.includes(owner)) undescribed.push(owner);
    return undescribed.map((coordinate) => ({ coordinate, message: 'has no description' }));
  });
}

function undescribedArguments(owner: string, { name, arguments: given = [] }: FieldDefinitionNode): string[] {
  return given.filter(({ description }) => !description).map((one) => `${owner}.${name.value}(${one.name.value}:)`);
}

/** What the owner describes needs no second description where it is only referred to. */
function isForeign(definition: DefinitionNode): boolean {
  return definition.kind === 'ObjectTypeDefinition' && isStub(definition);
}

function hasRule(element: { readonly directives?: readonly DirectiveNode[] | undefined }): boolean {
  return element.directives?.some(({ name }) => accessDirectives.includes(name.value)) ?? false;
}

function has(element: { readonly directives?: readonly DirectiveNode[] | undefined }, directive: string): boolean {
  return element.directives?.some(({ name }) => name.value === directive) ?? false;
}

/** A stub names an entity of another agency: every key of it is `resolvable: false`. */
export function isStub(type: Fielded): boolean {
  const keys = type.directives?.filter(({ name }) => name.value === 'key') ?? [];
  return keys.length > 0 && keys.every((key) => argument(key, 'resolvable') === false);
}

function isKeyField(type: Fielded, field: FieldDefinitionNode): boolean {
  const keys = type.directives?.filter(({ name }) => name.value === 'key') ?? [];
  return keys.some((key) => String(argument(key, 'fields')).split(/\s+/).includes(field.name.value));
}

function argument(directive: DirectiveNode, name: string): unknown {
  const node = directive.arguments?.find((candidate) => candidate.name.value === name);
  return node ? valueFromASTUntyped(node.value) : undefined;
}

function namedType(field: FieldDefinitionNode): string {
  let { type } = field;
  while (type.kind !== 'NamedType') type = type.type;
  return type.name.value;
}
