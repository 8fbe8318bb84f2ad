import type { DirectiveNode, DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { type AgencySchema, type Finding, isStub } from './lint.ts';
import { typeName } from './mergedTypes.ts';

/** Scalars that are no text and no date. */
const plainNumbers = ['Int', 'Float', 'Boolean'];
/** By ADR 0001 an `id` is opaque, and a type's name is part of the schema. */
const opaque = ['id', 'typeName'];

/**
 * Finds texts, dates and identifiers of a type about a person that do not say whether they are personal. A type is about a
 * person when it is `Citizen` or any field of it, in any agency, is `@personal`; each of its scalars (numbers and yes-or-no
 * aside, and `id`, which is opaque) is then `@personal`, or `@impersonal` with the reason.
 */
export function unmarkedPersonal(schemas: readonly AgencySchema[]): Finding[] {
  const objects = schemas.flatMap(({ name: agency, typeDefs }) =>
    objectTypes(typeDefs).map((type) => ({ agency, type })),
  );
  const aboutPeople = new Set(objects.filter(({ type }) => isAboutAPerson(type)).map(({ type }) => type.name.value));
  const composite = new Set(objects.map(({ type }) => type.name.value));
  const named = namedOtherThanScalars(schemas);
  const isText = (field: FieldDefinitionNode) =>
    ![...plainNumbers, ...composite, ...named].includes(typeName(field)) && !opaque.includes(field.name.value);
  return objects
    .filter(({ type }) => aboutPeople.has(type.name.value) && !isStub(type))
    .flatMap(({ agency, type }) =>
      (type.fields ?? [])
        .filter((field) => isText(field) && !isMarked(field))
        .map((field) => ({
          agency,
          coordinate: `${type.name.value}.${field.name.value}`,
          message: 'is about a person: give it @personal, or @impersonal with the reason',
        })),
    );
}

function objectTypes({ definitions }: DocumentNode): ObjectTypeDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === 'ObjectTypeDefinition');
}

function isAboutAPerson({ name, fields = [] }: ObjectTypeDefinitionNode): boolean {
  return name.value === 'Citizen' || fields.some(({ directives }) => has(directives, 'personal'));
}

function isMarked({ directives }: FieldDefinitionNode): boolean {
  return ['personal', 'impersonal', 'external'].some((mark) => has(directives, mark));
}

function has(directives: readonly DirectiveNode[] = [], name: string): boolean {
  return directives.some((directive) => directive.name.value === name);
}

/** Interfaces, unions and enums: an enum's values are words of the schema, of which the agency says what they tell. */
function namedOtherThanScalars(schemas: readonly AgencySchema[]): string[] {
  return schemas.flatMap(({ typeDefs }) =>
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === 'EnumTypeDefinition' ||
      definition.kind === 'InterfaceTypeDefinition' ||
      definition.kind === 'UnionTypeDefinition'
        ? [definition.name.value]
        : [],
    ),
  );
}
