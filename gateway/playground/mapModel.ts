import type { SchemaFacts, TypeFacts } from './facts.ts';

/** The entities of the graph, whose they are, and how they hang together. */
export interface MapModel {
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
}

export interface Entity {
  readonly name: string;
  /** The agency that it is at home in. */
  readonly owner: string;
  /** Others that answer for some of its fields. */
  readonly others: readonly string[];
  readonly keys: readonly string[];
  readonly seenBy: string;
  readonly isPersonal: boolean;
  readonly fields: readonly string[];
}

export interface Link {
  readonly from: string;
  readonly to: string;
  /** The fields that lead there, such as `applications.edges.node`; none for an interface that it has. */
  readonly ways: readonly string[];
  /** Whether it leads from one agency's entity to another's. */
  readonly crosses: boolean;
}

/** Draws the map from what the caller may know of the graph. */
export function mapModel({ types }: SchemaFacts): MapModel {
  const entities = Object.entries(types)
    .filter(([, { keys }]) => keys.length > 0)
    .map(([name, type]) => entityOf(name, type))
    .sort((one, other) => one.name.localeCompare(other.name));
  const owners = new Map(entities.map(({ name, owner }) => [name, owner]));
  const links = entities.flatMap(({ name, owner }) =>
    [...waysFrom(name, types, owners)].map(([to, ways]) => ({
      from: name,
      to,
      ways,
      crosses: owner !== owners.get(to),
    })),
  );
  return { entities, links };
}

/** The entities that fit what somebody looks for: by their name, their agency or the name of a field. */
export function search({ entities }: MapModel, wanted: string): Entity[] {
  const text = wanted.trim().toLowerCase();
  if (text === '') return [...entities];
  const rank = ({ name, owner, others, fields }: Entity) => {
    if (name.toLowerCase().startsWith(text)) return 0;
    if (name.toLowerCase().includes(text)) return 1;
    if ([owner, ...others].some((agency) => agency.includes(text))) return 2;
    return fields.some((field) => field.toLowerCase().includes(text)) ? 3 : null;
  };
  return entities
    .flatMap((entity) => {
      const place = rank(entity);
      return place === null ? [] : [{ entity, place }];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ entity }) => entity);
}

function entityOf(name: string, { owners, keys, seenBy, personal, fields }: TypeFacts): Entity {
  const [owner = 'nobody', ...others] = owners;
  const isPersonal = personal !== null || Object.values(fields).some((field) => field.personal !== null);
  return { name, owner, others, keys, seenBy, isPersonal, fields: Object.keys(fields) };
}

/** The entities that the fields of one lead to, by themselves or over types that are none, such as pages. */
function waysFrom(
  from: string,
  types: SchemaFacts['types'],
  owners: ReadonlyMap<string, string>,
): Map<string, readonly string[]> {
  const ways = new Map<string, string[]>();
  const seen = new Set<string>();
  const follow = (name: string, path: string): void => {
    if (owners.has(name)) {
      if (path !== '') ways.set(name, [...(ways.get(name) ?? []), path]);
      return;
    }
    if (seen.has(name)) return;
    seen.add(name);
    walk(name, path);
  };
  const walk = (name: string, path: string): void => {
    const type = types[name];
    for (const member of type?.members ?? []) follow(member, path);
    for (const [field, { type: next }] of Object.entries(type?.fields ?? {})) {
      follow(next, path === '' ? field : `${path}.${field}`);
    }
  };
  walk(from, '');
  ways.delete(from);
  for (const one of types[from]?.interfaces ?? []) if (owners.has(one) && !ways.has(one)) ways.set(one, []);
  return ways;
}
