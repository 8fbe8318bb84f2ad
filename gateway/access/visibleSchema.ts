import {
  buildASTSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationTypeDefinitionNode,
  OperationTypeNode,
  parse,
  printSchema,
  specifiedScalarTypes,
  type TypeDefinitionNode,
} from 'graphql';
import { type AccessRule, isMet } from '../../schema/accessRule.ts';
import type { AccessRules } from './accessRules.ts';
import { namedType, reachableTypes, type Types } from './reachableTypes.ts';

/** What the rules know of a caller. */
export interface Sight {
  readonly signedIn: boolean;
  readonly granted: ReadonlySet<string>;
}

const specified = new Set(specifiedScalarTypes.map(({ name }) => name));
const written = new WeakMap<GraphQLSchema, readonly DefinitionNode[]>();

/**
 * The part of a schema that a caller may see: fields and types whose rules they meet, and what these need. Nothing of it
 * leads to what is left out: a field goes with the type that it leads to, a type with its last field, an argument or an
 * input with its type, and with the last way to it everything that cannot be asked for any more. An interface has the
 * fields that each of its types shows.
 */
export function visibleSchema(schema: GraphQLSchema, rules: AccessRules, sight: Sight): GraphQLSchema {
  const definitions = definitionsOf(schema);
  const allowed = (rule: AccessRule) => isMet(rule, sight);
  const roots = rootsOf(schema);
  const query = roots.find(({ operation }) => operation === OperationTypeNode.QUERY)?.type.name.value;

  let types: Types = new Map(
    definitions
      .filter(isTypeDefinitionNode)
      .filter(({ name }) => name.value === query || allowed(rules.ofType(name.value)))
      .map((type) => [type.name.value, withoutRefused(type, rules, allowed)]),
  );
  // What one round leaves out may leave another type without a use.
  for (let parts = -1; parts !== partsOf(types); ) {
    parts = partsOf(types);
    types = withoutDangling(types, query);
  }

  const own = roots.filter(({ type }) => types.has(type.name.value));
  const reached = reachableTypes(
    types,
    own.map(({ type }) => type.name.value),
  );
  const directives = definitions.filter(
    (one) =>
      one.kind === Kind.DIRECTIVE_DEFINITION && (one.arguments ?? []).every((argument) => fits(argument, reached)),
  );
  return buildASTSchema(
    {
      kind: Kind.DOCUMENT,
      definitions: [{ kind: Kind.SCHEMA_DEFINITION, operationTypes: own }, ...directives, ...reached.values()],
    },
    // The whole schema was looked at before.
    { assumeValid: true, assumeValidSDL: true },
  );
}

function definitionsOf(schema: GraphQLSchema): readonly DefinitionNode[] {
  const known = written.get(schema) ?? parse(printSchema(schema), { noLocation: true }).definitions;
  written.set(schema, known);
  return known;
}

function rootsOf(schema: GraphQLSchema): OperationTypeDefinitionNode[] {
  return Object.values(OperationTypeNode).flatMap((operation) => {
    const name = schema.getRootType(operation)?.name;
    if (!name) return [];
    const type = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
    return [{ kind: Kind.OPERATION_TYPE_DEFINITION, operation, type } as const];
  });
}

/** Only objects have rules of their own: an interface shows what its types show. */
function withoutRefused(
  type: TypeDefinitionNode,
  rules: AccessRules,
  allowed: (rule: AccessRule) => boolean,
): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const fields = (type.fields ?? []).filter(({ name }) => allowed(rules.ofField(type.name.value, name.value)));
  return { ...type, fields };
}

/** Leaves out what leads to a type that is not there, and types that are left with nothing. */
function withoutDangling(types: Types, query: string | undefined): Types {
  const objects = [...types.values()].filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION);
  const left = [...types.values()].flatMap((type): TypeDefinitionNode[] => {
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION: {
        const fields = fieldsIn(type.fields ?? [], types);
        const isLeft = fields.length > 0 || type.name.value === query;
        return isLeft ? [{ ...type, fields, interfaces: thoseIn(type.interfaces ?? [], types) }] : [];
      }
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const possible = objects.filter((object) => isA(object, type.name.value));
        const fields = fieldsIn(type.fields ?? [], types).filter((field) =>
          possible.every((object) => object.fields?.some(({ name }) => name.value === field.name.value)),
        );
        const isLeft = fields.length > 0 && possible.length > 0;
        return isLeft ? [{ ...type, fields, interfaces: thoseIn(type.interfaces ?? [], types) }] : [];
      }
      case Kind.UNION_TYPE_DEFINITION: {
        const members = thoseIn(type.types ?? [], types);
        return members.length > 0 ? [{ ...type, types: members }] : [];
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = (type.fields ?? []).filter((field) => fits(field, types));
        const isUsable = fields.length > 0 && (type.fields ?? []).every((one) => fits(one, types) || !isRequired(one));
        return isUsable ? [{ ...type, fields }] : [];
      }
      default:
        return [type];
    }
  });
  return new Map(left.map((type) => [type.name.value, type]));
}

/** A field of which a needed argument is gone can be asked by nobody. */
function fieldsIn(fields: readonly FieldDefinitionNode[], types: Types): FieldDefinitionNode[] {
  return fields.flatMap((field) => {
    const given = field.arguments ?? [];
    if (!isThere(namedType(field.type), types)) return [];
    if (given.some((argument) => isRequired(argument) && !fits(argument, types))) return [];
    return [{ ...field, arguments: given.filter((argument) => fits(argument, types)) }];
  });
}

function thoseIn<One extends { readonly name: { readonly value: string } }>(
  named: readonly One[],
  types: Types,
): readonly One[] {
  return named.filter(({ name }) => types.has(name.value));
}

function fits({ type }: InputValueDefinitionNode, types: Types): boolean {
  return isThere(namedType(type), types);
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && !defaultValue;
}

function isThere(name: string, types: Types): boolean {
  return types.has(name) || specified.has(name);
}

function isA({ interfaces = [] }: ObjectTypeDefinitionNode, name: string): boolean {
  return interfaces.some((one) => one.name.value === name);
}

/** How much there is: a round that leaves nothing out leaves this as it is. */
function partsOf(types: Types): number {
  return [...types.values()].reduce((sum, type) => {
    const fields = 'fields' in type ? (type.fields ?? []) : [];
    const args = fields.flatMap((field) => ('arguments' in field ? (field.arguments ?? []) : []));
    const members = 'types' in type ? (type.types ?? []) : 'interfaces' in type ? (type.interfaces ?? []) : [];
    return sum + 1 + fields.length + args.length + members.length;
  }, 0);
}
