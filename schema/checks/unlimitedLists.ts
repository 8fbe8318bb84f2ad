import type { DirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import type { AgencySchema, Finding } from './lint.ts';
import { fieldsOf, typeName } from './mergedTypes.ts';

/**
 * Finds lists of which nobody knows how long they may become: no `@listSize` of their own, and none among the
 * `sizedFields` of a field that leads to them. The gateway could not tell what asking for them costs (ADR 0015).
 */
export function unlimitedLists({ name: agency, typeDefs }: AgencySchema): Finding[] {
  const sized = fieldsSizedFromAbove(typeDefs);
  return typeDefs.definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name) return [];
    const owner = definition.name.value;
    return fieldsOf(definition)
      .filter((field) => isList(field) && !directive(field, 'external') && !directive(field, 'listSize'))
      .map(({ name }) => `${owner}.${name.value}`)
      .filter((coordinate) => !sized.has(coordinate))
      .map((coordinate) => ({ agency, coordinate, message: 'is a list without a limit: give it @listSize' }));
  });
}

function fieldsSizedFromAbove(schema: DocumentNode): ReadonlySet<string> {
  const sized = schema.definitions.flatMap(fieldsOf).flatMap((field) => {
    const below = directive(field, 'listSize')?.arguments?.find(({ name }) => name.value === 'sizedFields');
    const names = below ? (valueFromASTUntyped(below.value) as string[]) : [];
    return names.map((name) => `${typeName(field)}.${name}`);
  });
  return new Set(sized);
}

function isList({ type }: FieldDefinitionNode): boolean {
  return (type.kind === 'NonNullType' ? type.type : type).kind === 'ListType';
}

function directive({ directives }: FieldDefinitionNode, name: string): DirectiveNode | undefined {
  return directives?.find((one) => one.name.value === name);
}
