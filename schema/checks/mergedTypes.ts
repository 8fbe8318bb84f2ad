import type { DirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { type AccessRule, allOf, forEverybody, forSignedIn, ruleOf } from '../accessRule.ts';
import type { AgencySchema } from './lint.ts';

/** A type as all agencies together declare it. */
export interface MergedType {
  readonly name: string;
  /** An interface, or an object type that stands for one (`@interfaceObject`). */
  readonly isInterface: boolean;
  readonly interfaces: ReadonlySet<string>;
  readonly rule: AccessRule;
  readonly fields: ReadonlyMap<string, MergedField>;
}

export interface MergedField {
  /** The name of the type that it leads to, without lists. */
  readonly type: string;
  /** Its own rule, without that of its type. */
  readonly rule: AccessRule;
}

/** Joins the types of all agencies: rules add up, as they do when the graph is composed. */
export function mergedTypes(schemas: readonly AgencySchema[]): Map<string, MergedType> {
  const types = new Map<string, MergedType>();
  for (const { definitions } of schemas.map(({ typeDefs }) => typeDefs)) {
    for (const definition of definitions) {
      if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
      const name = definition.name.value;
      const directives = definition.directives as readonly DirectiveNode[];
      const isObjectOfInterface = directives.some((directive) => directive.name.value === 'interfaceObject');
      const known = types.get(name);
      const fields = new Map(known?.fields);
      for (const field of fieldsOf(definition)) {
        const earlier = fields.get(field.name.value)?.rule ?? forEverybody;
        fields.set(field.name.value, { type: typeName(field), rule: allOf([earlier, ruleOf(field.directives)]) });
      }
      const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
      types.set(name, {
        name,
        isInterface: (known?.isInterface ?? false) || isObjectOfInterface || definition.kind.startsWith('Interface'),
        interfaces: new Set([...(known?.interfaces ?? []), ...interfaces.map((one) => one.name.value)]),
        rule: allOf([known?.rule ?? forEverybody, ruleOf(directives), ...(isObjectOfInterface ? [forSignedIn] : [])]),
        fields,
      });
    }
  }
  return types;
}

/** The fields of an object type or interface, or of an extension of one; none of anything else. */
export function fieldsOf(definition: DocumentNode['definitions'][number]): readonly FieldDefinitionNode[] {
  switch (definition.kind) {
    case 'ObjectTypeDefinition':
    case 'ObjectTypeExtension':
    case 'InterfaceTypeDefinition':
    case 'InterfaceTypeExtension':
      return definition.fields ?? [];
    default:
      return [];
  }
}

/** The name of the type that a field leads to, without lists. */
export function typeName({ type }: FieldDefinitionNode): string {
  let inner = type;
  while (inner.kind !== 'NamedType') inner = inner.type;
  return inner.name.value;
}
