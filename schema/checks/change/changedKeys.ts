import { type DirectiveNode, type DocumentNode, valueFromASTUntyped } from 'graphql';

/** A key by which agencies find each other's entities, that is gone. */
export interface LostKey {
  readonly coordinate: string;
  readonly agency: string;
  readonly message: string;
}

/** Finds keys that an agency answered to before and does not any more: others may still refer to its entities by them. */
export function changedKeys(before: DocumentNode, after: DocumentNode): LostKey[] {
  const now = keysOf(after);
  return [...keysOf(before)].flatMap(([type, keys]) => {
    const next = now.get(type);
    if (!next) return [];
    return keys
      .filter(({ graph, key }) => !next.some((one) => one.graph === graph && one.key === key))
      .map(({ graph, key }) => {
        const others = next.filter((one) => one.graph === graph).map((one) => `"${one.key}"`);
        const instead = others.length > 0 ? `; it has ${others.join(' and ')}` : '';
        return { coordinate: type, agency: graph, message: `has no key "${key}" at ${graph} any more${instead}` };
      });
  });
}

function keysOf({ definitions }: DocumentNode): Map<string, { graph: string; key: string }[]> {
  const keys = new Map<string, { graph: string; key: string }[]>();
  for (const definition of definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    const own = (definition.directives ?? []).flatMap((directive) => {
      const { graph, key, resolvable } = given(directive);
      const isKey = directive.name.value === 'join__type' && key !== undefined && resolvable !== false;
      return isKey ? [{ graph: String(graph).toLowerCase().replaceAll('_', '-'), key: String(key) }] : [];
    });
    keys.set(definition.name.value, own);
  }
  return keys;
}

function given({ arguments: all = [] }: DirectiveNode): Record<string, unknown> {
  return Object.fromEntries(all.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
