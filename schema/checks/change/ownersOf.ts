import { type DirectiveNode, type DocumentNode, valueFromASTUntyped } from 'graphql';

/** Says which agencies answer for a type, a field or an enum's value of a supergraph. */
export type OwnersOf = (coordinate: string) => readonly string[];

/** Reads from a supergraph which agencies answer for what; of what it does not have, those of the type above. */
export function ownersOf({ definitions }: DocumentNode): OwnersOf {
  const graphs = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== 'EnumTypeDefinition' || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      graphs.set(name.value, String(argument(directives[0], 'name')));
    }
  }
  const owners = new Map<string, string[]>();
  const read = (coordinate: string, directives: readonly DirectiveNode[] = []) => {
    const names = directives
      .filter(({ name }) => ['join__type', 'join__field', 'join__enumValue'].includes(name.value))
      .filter((directive) => argument(directive, 'external') !== true)
      .flatMap((directive) => graphs.get(String(argument(directive, 'graph'))) ?? []);
    owners.set(coordinate, [...new Set(names)]);
  };
  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    read(type, definition.directives as readonly DirectiveNode[]);
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) read(`${type}.${field.name.value}`, field.directives);
    }
    if ('values' in definition) {
      for (const value of definition.values ?? []) read(`${type}.${value.name.value}`, value.directives);
    }
  }
  return (coordinate) => {
    const [part = coordinate] = coordinate.split('(');
    const own = owners.get(part) ?? [];
    return own.length > 0 ? own : (owners.get(part.split('.')[0] ?? part) ?? []);
  };
}

function argument(directive: DirectiveNode | undefined, name: string): unknown {
  const found = directive?.arguments?.find((candidate) => candidate.name.value === name);
  return found ? valueFromASTUntyped(found.value) : undefined;
}
