import { type InputValueDefinitionNode, Kind, type TypeDefinitionNode, type TypeNode } from 'graphql';

/** The types of a schema as they are written, by name. */
export type Types = ReadonlyMap<string, TypeDefinitionNode>;

/**
 * The types that an operation can come to from these ones, in their order. A field that leads to an interface leads to
 * each type that has it; having an interface leads to that only, and not to the others that have it too.
 */
export function reachableTypes(types: Types, from: readonly string[]): Types {
  const reached = new Set<string>();
  const withTypes = new Set<string>();
  const ways: { readonly name: string; readonly byField: boolean }[] = from.map((name) => ({ name, byField: true }));
  for (let way = ways.pop(); way; way = ways.pop()) {
    const type = types.get(way.name);
    if (!type) continue;
    if (way.byField && !withTypes.has(way.name)) {
      withTypes.add(way.name);
      ways.push(...typesOf(type, types).map((name) => ({ name, byField: true })));
    }
    if (reached.has(way.name)) continue;
    reached.add(way.name);
    ways.push(...fieldsLeadTo(type).map((name) => ({ name, byField: true })));
    if ('interfaces' in type) {
      ways.push(...(type.interfaces ?? []).map(({ name }) => ({ name: name.value, byField: false })));
    }
  }
  return new Map([...types].filter(([name]) => reached.has(name)));
}

/** The name of a type, without lists. */
export function namedType(type: TypeNode): string {
  let inner = type;
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
  return inner.name.value;
}

/** The types that an object of an interface or union can be. */
function typesOf(type: TypeDefinitionNode, types: Types): string[] {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map(({ name }) => name.value);
  if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return [...types.values()].flatMap((one) =>
    'interfaces' in one && one.interfaces?.some(({ name }) => name.value === type.name.value) ? [one.name.value] : [],
  );
}

function fieldsLeadTo(type: TypeDefinitionNode): string[] {
  if (!('fields' in type)) return [];
  return (type.fields ?? []).flatMap((field) => {
    const args: readonly InputValueDefinitionNode[] = 'arguments' in field ? (field.arguments ?? []) : [];
    return [field, ...args].map((one) => namedType(one.type));
  });
}
