import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from '../errors.ts';

/**
 * A scalar that travels as text.
 *
 * @param read turns the client's text into the value that resolvers see; gives `null` when it is not right
 * @param write turns a resolver's value into text
 * @param wanted completes the sentence "... must be" in the error; the sent value is never repeated in it
 */
export function textScalar<Value>(
  name: string,
  wanted: string,
  read: (text: string) => Value | null,
  write: (value: unknown) => string,
): GraphQLScalarType<Value, string> {
  const parse = (text: unknown): Value => {
    const value = typeof text === 'string' ? read(text) : null;
    if (value === null) throw badInput(`A ${name} must be ${wanted}.`);
    return value;
  };
  return new GraphQLScalarType<Value, string>({
    name,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: write,
  });
}

/** The writer of a scalar whose stored form is its text. */
export function writeText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('A stored text was expected.');
}
