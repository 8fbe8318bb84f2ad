import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { AccessRule } from '../../schema/accessRule.ts';
import type { AccessRules } from '../access/accessRules.ts';
import type { FieldFacts, SchemaFacts, TypeFacts } from './facts.ts';

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Directed = { readonly directives?: readonly DirectiveNode[] | undefined };

/** Reads from a composed supergraph who answers for what, who may see it and what of it is personal. */
export function readSchemaFacts({ definitions }: DocumentNode, rules: AccessRules): SchemaFacts {
  const names = namesOfGraphs(definitions);
  const types = definitions.flatMap((definition): [string, TypeFacts][] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return [[definition.name.value, typeFacts(definition, names, rules)]];
      case Kind.UNION_TYPE_DEFINITION:
        return [[definition.name.value, unionFacts(definition, names)]];
      default:
        return [];
    }
  });
  return { types: Object.fromEntries(types) };
}

/** The facts about what a schema shows: of a caller's own schema, what that caller may know. */
export function factsWithin(facts: SchemaFacts, schema: GraphQLSchema): SchemaFacts {
  const shown = Object.entries(facts.types).flatMap(([name, of]): [string, TypeFacts][] => {
    const type = schema.getType(name);
    if (!type) return [];
    const visible = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const fields = Object.entries(of.fields).filter(([field]) => Object.hasOwn(visible, field));
    const known = (one: string) => schema.getType(one) !== undefined;
    return [
      [
        name,
        {
          ...of,
          // A key may be of fields that are not for clients, or not for this one.
          keys: of.keys.filter((key) => key.split(' ').every((field) => Object.hasOwn(visible, field))),
          interfaces: of.interfaces.filter(known),
          members: of.members.filter(known),
          fields: Object.fromEntries(fields),
        },
      ],
    ];
  });
  return { types: Object.fromEntries(shown) };
}

/** Who meets a rule, in words. */
export function ruleInWords({ signedIn, scopes }: AccessRule): string {
  if (!signedIn) return 'everybody';
  if (scopes.length === 0) return 'whoever is signed in';
  const choices = scopes.map((choice) => choice.map((together) => together.join(' and ')).join(', or '));
  return `whoever is signed in with ${[...new Set(choices)].join('; and with ')}`;
}

function typeFacts(type: Fielded, names: ReadonlyMap<string, string>, rules: AccessRules): TypeFacts {
  const joins = given(type, 'join__type');
  // An agency that only points at an entity has no answer for it.
  const answering = joins.filter(({ resolvable }) => resolvable !== false).map(({ graph }) => agencyOf(graph, names));
  const own = [...new Set(answering)];
  const fields = (type.fields ?? []).map((field): [string, FieldFacts] => [
    field.name.value,
    fieldFacts(type, field, own, names, rules),
  ]);
  return {
    owners: byShare(own, Object.fromEntries(fields)),
    keys: [...new Set(joins.flatMap(({ key }) => (key === undefined ? [] : String(key))))],
    seenBy: ruleInWords(rules.ofType(type.name.value)),
    ...privacyOf(type),
    interfaces: (type.interfaces ?? []).map(({ name }) => name.value),
    members: [],
    fields: Object.fromEntries(fields),
  };
}

function fieldFacts(
  type: Fielded,
  field: FieldDefinitionNode,
  ofType: readonly string[],
  names: ReadonlyMap<string, string>,
  rules: AccessRules,
): FieldFacts {
  const joins = given(field, 'join__field').filter(({ graph }) => graph !== undefined);
  const own = joins.filter(({ external }) => external !== true).map(({ graph }) => agencyOf(graph, names));
  return {
    owners: joins.length > 0 ? [...new Set(own)] : ofType,
    type: innermost(field.type),
    seenBy: ruleInWords(rules.ofField(type.name.value, field.name.value)),
    ...privacyOf(field),
  };
}

function unionFacts(union: UnionTypeDefinitionNode, names: ReadonlyMap<string, string>): TypeFacts {
  return {
    owners: [...new Set(given(union, 'join__type').map(({ graph }) => agencyOf(graph, names)))],
    keys: [],
    seenBy: 'whoever may see one of its types',
    personal: null,
    register: null,
    interfaces: [],
    members: (union.types ?? []).map(({ name }) => name.value),
    fields: {},
  };
}

/** Who answers alone for most fields comes first: an entity that many agencies know has one that it is at home in. */
function byShare(agencies: readonly string[], fields: Readonly<Record<string, FieldFacts>>): string[] {
  const alone = (agency: string) =>
    Object.values(fields).filter(({ owners }) => owners.length === 1 && owners[0] === agency).length;
  return [...agencies].sort((one, other) => alone(other) - alone(one) || one.localeCompare(other));
}

function privacyOf(node: Directed): { personal: string | null; register: string | null } {
  const [personal] = given(node, 'personal');
  const [source] = given(node, 'source');
  return {
    personal: personal ? String(personal.class) : null,
    register: source ? `${source.register} (${source.agency})` : null,
  };
}

function namesOfGraphs(definitions: DocumentNode['definitions']): ReadonlyMap<string, string> {
  const graphs = definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map((value) => [value.name.value, String(given(value, 'join__graph')[0]?.name ?? value.name.value)]),
  );
}

function agencyOf(graph: unknown, names: ReadonlyMap<string, string>): string {
  return names.get(String(graph)) ?? String(graph);
}

function given({ directives = [] }: Directed, name: string): Readonly<Record<string, unknown>>[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: told = [] }) =>
      Object.fromEntries(told.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)])),
    );
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
}
