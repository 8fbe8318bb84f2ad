import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RecordedOperation, Use } from './graphVersion.ts';

/** Looks up which recorded operations use a coordinate of the schema. */
export type UsesOf = (coordinate: string) => readonly Use[];

/**
 * Finds what recorded operations use of a schema: types, fields, arguments, input fields and enum values. A field of an
 * interface counts for every type that it can be, and an enum's values all count where one of them may come back.
 */
export function usesOf(operations: readonly RecordedOperation[], schema: GraphQLSchema): UsesOf {
  const byCoordinate = new Map<string, Use[]>();
  for (const { client, name, document } of operations) {
    for (const coordinate of coordinatesOf(document, schema)) {
      const uses = byCoordinate.get(coordinate) ?? [];
      uses.push({ client, operation: name });
      byCoordinate.set(coordinate, uses);
    }
  }
  return (coordinate) => byCoordinate.get(coordinate) ?? [];
}

/** Every coordinate of the schema that a document uses. */
export function coordinatesOf(document: string, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field() {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
        for (const owner of owners) {
          used.add(owner.name);
          used.add(`${owner.name}.${field.name}`);
        }
        const leadsTo = getNamedType(field.type);
        used.add(leadsTo.name);
        if (isEnumType(leadsTo)) for (const { name } of leadsTo.getValues()) used.add(`${leadsTo.name}.${name}`);
      },
      Argument({ name }) {
        const argument = info.getArgument();
        used.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}(${name.value}:)`);
        if (argument) addInput(argument.type, used);
      },
    }),
  );
  return used;
}

/** A client may send anything that an input type allows: its variables are not recorded. */
function addInput(type: GraphQLInputType, used: Set<string>): void {
  const named = getNamedType(type);
  const known = used.has(named.name);
  used.add(named.name);
  if (isEnumType(named)) for (const { name } of named.getValues()) used.add(`${named.name}.${name}`);
  if (!isInputObjectType(named) || known) return;
  for (const field of Object.values(named.getFields())) {
    used.add(`${named.name}.${field.name}`);
    addInput(field.type, used);
  }
}
