import type { GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';
import { z } from 'zod';
import type { RecordedOperation, Use } from '../../schema/checks/change/graphVersion.ts';
import { coordinatesOf } from '../../schema/checks/change/usesOf.ts';

/** How often a field was asked for, by which operation of which client. */
export interface FieldUse {
  /** `Type.field` */
  readonly coordinate: string;
  /** Why it is to go, where it is deprecated. */
  readonly deprecated: string | null;
  readonly requests: number;
  readonly by: readonly (Use & { readonly requests: number })[];
}

export interface GraphUse {
  /** Every field of the graph, the ones asked for most first. */
  readonly fields: readonly FieldUse[];
  /** Requests of documents that are not recorded: nobody knows which fields they ask for. */
  readonly unknown: number;
}

const answered = z.object({
  msg: z.literal('answered'),
  operation: z.string(),
  status: z.number(),
});

/**
 * Counts from the lines of the gateway's log what is asked for. A line tells the operation and nothing of who asked, so
 * what was asked for follows from the recorded document. Lines that are no answered request are passed over.
 */
export function fieldUse(
  lines: Iterable<string>,
  operations: readonly RecordedOperation[],
  schema: GraphQLSchema,
): GraphUse {
  const requests = new Map<string, number>();
  let unknown = 0;
  for (const line of lines) {
    const name = operationOf(line);
    if (name === null) continue;
    if (operations.some((operation) => operation.name === name)) requests.set(name, (requests.get(name) ?? 0) + 1);
    else unknown += 1;
  }
  const uses = new Map<string, FieldUse['by'][number][]>();
  for (const { client, name, document } of operations) {
    const count = requests.get(name) ?? 0;
    if (count === 0) continue;
    for (const coordinate of coordinatesOf(document, schema)) {
      uses.set(coordinate, [...(uses.get(coordinate) ?? []), { client, operation: name, requests: count }]);
    }
  }
  const fields = fieldsOf(schema).map(({ coordinate, deprecated }) => {
    const by = [...(uses.get(coordinate) ?? [])].sort((one, other) => other.requests - one.requests);
    return { coordinate, deprecated, requests: by.reduce((sum, one) => sum + one.requests, 0), by };
  });
  const inOrder = fields.sort(
    (one, other) => other.requests - one.requests || (one.coordinate < other.coordinate ? -1 : 1),
  );
  return { fields: inOrder, unknown };
}

/** The operation that was answered; null for a line of something else, or a request that was refused as a whole. */
function operationOf(line: string): string | null {
  if (!line.includes('"answered"')) return null;
  try {
    const entry = answered.safeParse(JSON.parse(line));
    return entry.success && entry.data.status < 400 ? entry.data.operation : null;
  } catch {
    return null;
  }
}

function fieldsOf(schema: GraphQLSchema): { coordinate: string; deprecated: string | null }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).map(({ name, deprecationReason }) => ({
      coordinate: `${type.name}.${name}`,
      deprecated: deprecationReason ?? null,
    }));
  });
}
