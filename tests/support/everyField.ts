import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** A field of a generated query: where it stands in the schema and in the answer. */
export interface AskedField {
  /** `Type.field` */
  readonly coordinate: string;
  readonly key: string;
  readonly parameters: string;
  readonly children: AskedField[];
  /** The concrete type that the field is asked on, where its parent is an interface or union. */
  readonly on: string | null;
}

/** Arguments for the fields that cannot be asked without, by coordinate: `(service: "...")`. */
export type SampleArguments = Readonly<Record<string, string>>;

const deepest = 4;

/**
 * Makes one query below a root field that asks for every field reachable within four levels of objects. Each type is
 * opened once, where it is reached first; wherever else it is reached its plain values are asked for.
 *
 * @throws Error for a field with required arguments of which there is no sample
 */
export function everyFieldBelow(schema: GraphQLSchema, rootField: string, samples: SampleArguments): AskedField {
  const query = schema.getQueryType();
  const root = query?.getFields()[rootField];
  if (!query || !root) throw new Error(`There is no root field ${rootField}.`);
  const opened = new Set<string>();
  const top = asked(query.name, root, null);
  let level: { field: AskedField; type: GraphQLNamedType | undefined }[] = [
    { field: top, type: getNamedType(root.type) },
  ];
  for (let depth = 1; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { field, type } of level) {
      for (const concrete of concreteTypes(type))
        next.push(...fill(field, concrete, concrete.name !== type?.name, depth));
    }
    level = next;
  }
  return top;

  function fill(parent: AskedField, type: GraphQLObjectType, isOneOfMany: boolean, depth: number): typeof level {
    const below: typeof level = [];
    const mayOpen = depth < deepest && !opened.has(type.name);
    if (mayOpen) opened.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (!isLeafType(named) && !mayOpen) continue;
      const child = asked(type.name, field, isOneOfMany ? type.name : null);
      parent.children.push(child);
      if (!isLeafType(named)) below.push({ field: child, type: named });
    }
    return below;
  }

  function asked(type: string, field: GraphQLField<unknown, unknown>, on: string | null): AskedField {
    const coordinate = `${type}.${field.name}`;
    const parameters = samples[coordinate] ?? '';
    if (field.args.some(isRequiredArgument) && !parameters) {
      throw new Error(`There is no sample to ask ${coordinate}: its agency gives one in its tests/samples.ts.`);
    }
    return { coordinate, key: on ? `${on}_${field.name}` : field.name, parameters, children: [], on };
  }

  function concreteTypes(type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : [];
  }
}

/** The text of a generated query. */
export function textOf(top: AskedField): string {
  return `query { ${fieldText(top)} }`;
}

function fieldText({ key, coordinate, parameters, children, on }: AskedField): string {
  const name = coordinate.split('.')[1] ?? '';
  const below = children.length > 0 ? ` { __typename ${children.map(fieldText).join(' ')} }` : '';
  const text = `${key === name ? '' : `${key}: `}${name}${parameters}${below}`;
  return on ? `... on ${on} { ${text} }` : text;
}

/** The coordinates of which the answer holds any value that is not null. */
export function seenIn(answer: unknown, top: AskedField): Set<string> {
  const seen = new Set<string>();
  visit((answer as Record<string, unknown> | null)?.[top.key], top, seen);
  return seen;
}

function visit(value: unknown, field: AskedField, seen: Set<string>): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, field, seen);
    return;
  }
  seen.add(field.coordinate);
  for (const child of field.children) visit((value as Record<string, unknown>)[child.key], child, seen);
}

/** Every coordinate that a generated query asks for. */
export function coordinatesOf({ coordinate, children }: AskedField): string[] {
  return [coordinate, ...children.flatMap(coordinatesOf)];
}
