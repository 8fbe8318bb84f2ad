import { type GraphQLLeafType, isEnumType, specifiedScalarTypes } from 'graphql';

const nothing = Symbol('no value of the type');

/** What `completeLeaf` gives for a value that is none of its type. */
export const noValue: unknown = nothing;

/** Values that need no look at their type's own rules, since they are in the form that it would give them. */
const isPlain: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647,
  Float: (value) => Number.isFinite(value),
};

/** Makes the completion of a scalar or enum value that is not null: as graphql-js writes it, or `noValue`. */
export function completeLeaf(type: GraphQLLeafType): (value: unknown) => unknown {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : noValue);
  }
  const isBuiltIn = specifiedScalarTypes.some(({ name }) => name === type.name);
  // A scalar of the agencies: they alone know its form.
  if (!isBuiltIn) return (value) => value;
  const plain = isPlain[type.name] ?? (() => false);
  return (value) => {
    if (plain(value)) return value;
    try {
      return type.serialize(value) ?? noValue;
    } catch {
      return noValue;
    }
  };
}
