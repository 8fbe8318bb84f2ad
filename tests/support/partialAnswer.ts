import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** `isBroken` says that the value itself cannot stand any more, since something in it may not be null. */
interface Outcome {
  readonly isBroken: boolean;
  readonly value: Json;
}

/**
 * The answer that a client must get when some of it is missing: the full one, with null at each missing path, and where
 * a field may not be null, at the nearest place above it that may. Everything else stays as it is.
 *
 * @param missing paths as the errors tell them, `@` for the items of a list; an alias must be null-able
 */
export function withMissing(full: unknown, missing: readonly string[], schema: GraphQLSchema): unknown {
  const query = schema.getQueryType();
  return missing.reduce(
    (answer, path) => nullAt(answer, path.split('.'), query ? [query] : [], schema).value,
    structuredClone(full) as Json,
  );
}

function nullAt(
  value: Json,
  path: readonly string[],
  types: readonly GraphQLObjectType[],
  schema: GraphQLSchema,
): Outcome {
  const [step = '', ...rest] = path;
  if (value === null) return { isBroken: false, value };
  if (step === '@') {
    const items = (value as Json[]).map((item) => nullAt(item, rest, types, schema));
    return { isBroken: items.some(({ isBroken }) => isBroken), value: items.map((item) => item.value) };
  }

  const object = value as { [name: string]: Json };
  if (!(step in object)) return { isBroken: false, value };
  const field = fieldNamed(step, types);
  const below =
    rest.length === 0
      ? { isBroken: true, value: null }
      : nullAt(object[step] ?? null, rest, field ? possibleTypes(field.type, schema) : [], schema);
  if (below.isBroken && field && isNonNullType(field.type)) return { isBroken: true, value: null };
  return { isBroken: false, value: { ...object, [step]: below.isBroken ? null : below.value } };
}

function possibleTypes(type: GraphQLOutputType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

function fieldNamed(name: string, types: readonly GraphQLObjectType[]): GraphQLField<unknown, unknown> | undefined {
  return types.map((type) => type.getFields()[name]).find((field) => field !== undefined);
}
