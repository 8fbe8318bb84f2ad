import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  valueFromASTUntyped,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** What of the graph a citizen's own copy of the data is made from. */
export interface ExportGraph {
  readonly api: GraphQLSchema;
  /** Coordinates under `@personal`. */
  readonly personal: ReadonlySet<string>;
  /** Types and coordinates that ask for a scope which no citizen has. */
  readonly closed: ReadonlySet<string>;
  /** The key fields of each entity. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Reads from a supergraph what is personal, what is closed to citizens, and what is an entity. */
export function exportGraphOf(api: GraphQLSchema, supergraph: DocumentNode, scopes: readonly string[]): ExportGraph {
  const [personal, closed] = [new Set<string>(), new Set<string>()];
  const keys = new Map<string, string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    const type = definition.name.value;
    const parts = [
      { name: type, directives: definition.directives },
      ...(definition.fields ?? []).map(({ name, directives }) => ({ name: `${type}.${name.value}`, directives })),
    ];
    for (const { name: part, directives = [] } of parts) {
      for (const { name, arguments: given = [] } of directives) {
        const value = (argument: string) => {
          const node = given.find((one) => one.name.value === argument);
          return node ? valueFromASTUntyped(node.value) : undefined;
        };
        if (name.value === 'personal') personal.add(part);
        if (name.value === 'requiresScopes') {
          const asked = value('scopes') as string[][];
          if (!asked.some((all) => all.every((scope) => scopes.includes(scope)))) closed.add(part);
        }
        const key = name.value === 'join__type' ? value('key') : undefined;
        if (typeof key === 'string') keys.set(part, [...new Set([...(keys.get(part) ?? []), ...key.split(/\s+/)])]);
      }
    }
  }
  return { api, personal, closed, keys };
}

/** The fields of a type that a citizen may ask for, as far as they can be asked without knowing anything. */
export function openFields({ api, closed }: ExportGraph, type: string): Field[] {
  const definition = api.getType(type);
  if (!(isObjectType(definition) || isInterfaceType(definition)) || closed.has(type)) return [];
  return Object.values(definition.getFields()).filter((field) => !closed.has(`${type}.${field.name}`));
}

/** The type itself, and what may stand in its place. */
export function concreteTypes({ api }: ExportGraph, type: string): string[] {
  const definition = api.getType(type);
  return isInterfaceType(definition) ? api.getPossibleTypes(definition).map(({ name }) => name) : [];
}

/**
 * Where each entity that holds personal data is written out: at the field by which it is reached first from the citizen.
 * Wherever else it is reached, its key names it. What is no entity is written out wherever it stands.
 */
export function homesOf(graph: ExportGraph): ReadonlyMap<string, string> {
  const homes = new Map<string, string>([['Citizen', 'Query.me']]);
  const seen = new Set(['Citizen']);
  for (let level = ['Citizen']; level.length > 0; ) {
    const next: string[] = [];
    // A page and its edges are no step of their own: what a list holds is at home there, not behind another item of it.
    const here = level.flatMap((one) => [one, ...concreteTypes(graph, one)]);
    for (const type of here) {
      for (const field of openFields(graph, type)) {
        const target = getNamedType(field.type).name;
        if (seen.has(target) || isLeafType(getNamedType(field.type))) continue;
        seen.add(target);
        homes.set(target, `${type}.${field.name}`);
        (/(Connection|Edge)$/.test(target) ? here : next).push(target);
      }
    }
    level = next;
  }
  return homes;
}

/** Whether personal data of the citizen lies in a type, or below it without passing another entity. */
export function holdsPersonal(graph: ExportGraph, type: GraphQLNamedType, above: readonly string[] = []): boolean {
  if (isLeafType(type) || above.includes(type.name) || graph.closed.has(type.name)) return false;
  if (graph.personal.has(type.name)) return true;
  return [type.name, ...concreteTypes(graph, type.name)].some((name) =>
    openFields(graph, name).some(
      (field) =>
        graph.personal.has(`${name}.${field.name}`) ||
        holdsPersonal(graph, getNamedType(field.type), [...above, type.name]),
    ),
  );
}

/** Whether a field of the citizen leads to what is written out elsewhere, so that only its key stands there. */
export function isOnlyNamed({ keys }: ExportGraph, homes: ReadonlyMap<string, string>, field: Field): boolean {
  const { name } = getNamedType(field.type);
  return keys.has(name) && homes.get(name) !== `Citizen.${field.name}`;
}

/** The selection of everything that is the citizen's in a type, as text: `{ id name address { street } }`. */
export function selectionOf(graph: ExportGraph, homes: ReadonlyMap<string, string>, type: string): string {
  return written(type, ['Citizen']);

  function written(name: string, above: readonly string[]): string {
    const own = openFields(graph, name).flatMap((field) => fieldOf(name, field, above, ''));
    const shared = new Set(openFields(graph, name).map((field) => field.name));
    const concrete = concreteTypes(graph, name).flatMap((one) => {
      const more = openFields(graph, one).filter((field) => !shared.has(field.name));
      const parts = more.flatMap((field) => fieldOf(one, field, above, aliasOf(name, one, field)));
      return parts.length === 0 ? [] : [`... on ${one} { ${parts.join(' ')} }`];
    });
    return `{ ${[...own, ...concrete].join(' ')} }`;
  }

  function fieldOf(on: string, field: Field, above: readonly string[], alias: string): string[] {
    if (field.args.some(isRequiredArgument)) return [];
    const target = getNamedType(field.type);
    if (isLeafType(target)) return [`${alias}${field.name}`];
    if (target.name === 'PageInfo') return ['pageInfo { hasNextPage endCursor }'];
    const isHome = homes.get(target.name) === `${on}.${field.name}`;
    const keys = graph.keys.get(target.name) ?? [];
    if (above.includes(target.name) || (keys.length > 0 && !isHome)) {
      const named = keys.filter((key) => openFields(graph, target.name).some(({ name }) => name === key));
      return graph.personal.has(`${on}.${field.name}`) && named.length > 0
        ? [`${alias}${field.name} { ${named.join(' ')} }`]
        : [];
    }
    if (!holdsPersonal(graph, target) && !graph.personal.has(`${on}.${field.name}`)) return [];
    return [`${alias}${field.name} ${written(target.name, [...above, on])}`];
  }

  /** Two types that have a field of one name and of different kinds cannot give it under that name both. */
  function aliasOf(shared: string, type: string, field: Field): string {
    const others = concreteTypes(graph, shared).flatMap((one) => openFields(graph, one));
    const differs = others.some((other) => other.name === field.name && String(other.type) !== String(field.type));
    return differs ? `of${type}_${field.name}: ` : '';
  }
}
