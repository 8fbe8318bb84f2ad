import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

/** Numbers from 0 to below 1 that look random, the same ones for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes a value of a scalar, as JSON; `name` is that of the argument or of the input's field. */
export type ScalarMaker = (scalar: string, name: string, random: () => number) => unknown;

/** Ids and texts that mean something in the small graph now and then. */
export const smallScalars: ScalarMaker = (scalar, _name, random) => {
  if (scalar === 'Int') return Math.floor(random() * 4);
  if (scalar === 'Boolean') return random() < 0.5;
  return ['p0', 'p1', 'p4', 'b1', 'f2', 'x'][Math.floor(random() * 6)];
};

/** A value that an argument of the type takes, as JSON: of an input object what it must have, and some of the rest. */
export function randomValue(
  type: GraphQLInputType,
  name: string,
  makeScalar: ScalarMaker,
  random: () => number,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = () => randomValue(nullable.ofType, name, makeScalar, random);
    return random() < 0.5 ? [item(), item()] : [item()];
  }
  if (isEnumType(nullable)) return nullable.getValues()[Math.floor(random() * nullable.getValues().length)]?.name;
  if (isScalarType(nullable)) {
    const made = makeScalar(nullable.name, name, random);
    return made === null && isNonNullType(type) ? makeScalar(nullable.name, '', random) : made;
  }
  const given = Object.values(nullable.getFields()).filter(
    (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || random() < 0.5,
  );
  return Object.fromEntries(
    given.map((field) => [field.name, randomValue(field.type, field.name, makeScalar, random)]),
  );
}

/** A value as it stands in a document. */
export function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(nullable)) return `[${(value as unknown[]).map((item) => literal(item, nullable.ofType)).join(', ')}]`;
  if (isEnumType(nullable)) return String(value);
  if (!isInputObjectType(nullable)) return JSON.stringify(value);
  const fields = nullable.getFields();
  const written = Object.entries(value as object).flatMap(([name, one]) => {
    const field = fields[name];
    return field ? [`${name}: ${literal(one, field.type)}`] : [];
  });
  return `{ ${written.join(', ')} }`;
}
