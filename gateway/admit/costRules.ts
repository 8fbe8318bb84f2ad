import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** What asking for one field may cost, as the composed graph says by `@cost`, `@listSize` and `@rateLimit`. */
export interface FieldRule {
  /** The type that it leads to, without list and non-null. */
  readonly type: string;
  readonly isList: boolean;
  /** What one object of it weighs; a plain value weighs nothing. */
  readonly weight: number;
  readonly listSize: ListSize | null;
  readonly arguments: ReadonlyMap<string, ArgumentRule>;
  /** How often one caller may look something up by it. */
  readonly perHour: number | null;
  /** How often one caller may look up the same by it; null where nothing more is said. */
  readonly perObject: ObjectRate | null;
}

/** How often the same may be looked up in an hour, and where in the arguments of a field it stands. */
export interface ObjectRate {
  readonly perHour: number;
  readonly by: readonly string[];
}

export interface ArgumentRule {
  readonly weight: number;
  readonly fallback: unknown;
}

export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  /** The lists below this field that its size is about; none when it is a list itself. */
  readonly sizedFields: readonly string[];
}

export interface CostRules {
  readonly rootTypes: { readonly query: string; readonly mutation: string; readonly subscription: string };
  /** Undefined for a field that the graph does not have, or that costs nothing, such as `__typename`. */
  readonly field: (type: string, name: string) => FieldRule | undefined;
  /** Whether one object can be of both types. */
  readonly overlap: (one: string, other: string) => boolean;
}

/** Reads what the fields of a composed supergraph cost. All agencies import the directives under their own names. */
export function readCostRules(supergraph: DocumentNode): CostRules {
  const typeWeights = new Map<string, number>();
  const types = new Map<string, ReadonlyMap<string, FieldDefinitionNode>>();
  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case 'ObjectTypeDefinition':
      case 'InterfaceTypeDefinition':
        types.set(definition.name.value, new Map(definition.fields?.map((field) => [field.name.value, field])));
        typeWeights.set(definition.name.value, weightOf(definition.directives) ?? 1);
        break;
      case 'UnionTypeDefinition':
        typeWeights.set(definition.name.value, 1);
        break;
      case 'ScalarTypeDefinition':
      case 'EnumTypeDefinition':
        typeWeights.set(definition.name.value, weightOf(definition.directives) ?? 0);
    }
  }
  const rules = new Map(
    [...types].map(([name, fields]) => [
      name,
      new Map([...fields].map(([field, definition]) => [field, fieldRule(definition, typeWeights)])),
    ]),
  );
  return {
    rootTypes: rootTypes(supergraph),
    field: (type, name) => rules.get(type)?.get(name),
    overlap: overlapsOf(supergraph),
  };
}

function overlapsOf({ definitions }: DocumentNode): CostRules['overlap'] {
  const objectsOf = new Map<string, Set<string>>();
  const note = (type: string, object: string) => objectsOf.set(type, (objectsOf.get(type) ?? new Set()).add(object));
  for (const definition of definitions) {
    if (definition.kind === 'UnionTypeDefinition')
      for (const member of definition.types ?? []) note(definition.name.value, member.name.value);
    if (definition.kind !== 'ObjectTypeDefinition') continue;
    const { name, interfaces = [] } = definition;
    for (const type of [{ name }, ...interfaces]) note(type.name.value, name.value);
  }
  return (one, other) =>
    one === other || [...(objectsOf.get(one) ?? [])].some((name) => objectsOf.get(other)?.has(name));
}

function fieldRule(
  { type, directives, arguments: parameters = [] }: FieldDefinitionNode,
  typeWeights: ReadonlyMap<string, number>,
): FieldRule {
  const { name, isList } = unwrapped(type);
  const { perHour, perObject, by } = argumentsOf(directives, 'rateLimit') ?? {};
  return {
    type: name,
    isList,
    weight: weightOf(directives) ?? typeWeights.get(name) ?? 0,
    listSize: listSizeOf(directives),
    arguments: new Map(
      parameters.map((parameter) => [
        parameter.name.value,
        {
          weight: weightOf(parameter.directives) ?? 0,
          fallback: parameter.defaultValue && valueFromASTUntyped(parameter.defaultValue),
        },
      ]),
    ),
    perHour: typeof perHour === 'number' ? perHour : null,
    perObject:
      typeof perObject === 'number' && typeof by === 'string' ? { perHour: perObject, by: by.split('.') } : null,
  };
}

function listSizeOf(directives: readonly DirectiveNode[] | undefined): ListSize | null {
  const given = argumentsOf(directives, 'listSize');
  return (
    given && {
      assumedSize: typeof given.assumedSize === 'number' ? given.assumedSize : null,
      slicingArguments: texts(given.slicingArguments),
      sizedFields: texts(given.sizedFields),
    }
  );
}

function weightOf(directives: readonly DirectiveNode[] | undefined): number | null {
  const weight = argumentsOf(directives, 'cost')?.weight;
  return typeof weight === 'number' ? weight : null;
}

function argumentsOf(directives: readonly DirectiveNode[] = [], name: string): Record<string, unknown> | null {
  const directive = directives.find((candidate) => candidate.name.value === name);
  if (!directive) return null;
  const given = directive.arguments ?? [];
  return Object.fromEntries(given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]));
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function unwrapped(type: TypeNode, isList = false): { name: string; isList: boolean } {
  if (type.kind === 'NamedType') return { name: type.name.value, isList };
  return unwrapped(type.type, isList || type.kind === 'ListType');
}

function rootTypes(supergraph: DocumentNode): CostRules['rootTypes'] {
  const schema = supergraph.definitions.find((definition) => definition.kind === 'SchemaDefinition');
  const named = Object.fromEntries(
    (schema?.operationTypes ?? []).map(({ operation, type }) => [operation, type.name.value]),
  );
  return { query: 'Query', mutation: 'Mutation', subscription: 'Subscription', ...named };
}
