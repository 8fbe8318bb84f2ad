import { type GraphQLSchema, parse, validate } from 'graphql';
import type { RecordedOperation } from './graphVersion.ts';

/** Recorded operations that are not valid against a schema, with what graphql-js says of each. */
export function brokenOperations(
  operations: readonly RecordedOperation[],
  schema: GraphQLSchema,
): { readonly operation: RecordedOperation; readonly faults: readonly string[] }[] {
  return operations.flatMap((operation) => {
    const faults = validate(schema, parse(operation.document)).map(({ message }) => message.replace(/\.$/, ''));
    return faults.length > 0 ? [{ operation, faults }] : [];
  });
}
