import { buildSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Finding } from '../lint.ts';
import { brokenOperations } from './brokenOperations.ts';
import { brokenPromises } from './brokenPromises.ts';
import { changedKeys } from './changedKeys.ts';
import type { Concern, GraphVersion, RecordedOperation } from './graphVersion.ts';
import { lostPersonalMarks, widenedAccess } from './loosenedRules.ts';
import { ownersOf } from './ownersOf.ts';
import { planSizes } from './planSizes.ts';
import { usesOf } from './usesOf.ts';

interface Side {
  readonly version: GraphVersion;
  readonly supergraph: DocumentNode;
  readonly api: GraphQLSchema;
}

/** Compares a graph with the one before it, weighed by what the clients recorded of both ask for. */
export function compareGraphs(before: GraphVersion, after: GraphVersion): Concern[] {
  const [old, next] = [before, after].map(read) as [Side, Side];
  const users = usesOf(before.operations, old.api);
  const owners = ownersOf(old.supergraph);
  const about = (coordinate: string) => ({ coordinate, agencies: owners(coordinate), uses: users(coordinate) });
  return [
    ...faultyOperations(old, next),
    ...brokenPromises(old.api, next.api).map(
      ({ coordinate, message, breaks }): Concern => ({
        check: 'breaking',
        weight: breaks ? 'ANNOUNCE' : 'NOTE',
        ...about(coordinate),
        message,
      }),
    ),
    ...widenedAccess(old.supergraph, next.supergraph).map(
      ({ coordinate, message }): Concern => ({ check: 'access', weight: 'ANNOUNCE', ...about(coordinate), message }),
    ),
    ...lostPersonalMarks(old.supergraph, next.supergraph).map(
      ({ coordinate, message }): Concern => ({ check: 'personal', weight: 'ANNOUNCE', ...about(coordinate), message }),
    ),
    ...changedKeys(old.supergraph, next.supergraph).map(
      ({ coordinate, agency, message }): Concern => ({
        check: 'keys',
        weight: 'ANNOUNCE',
        ...about(coordinate),
        agencies: [agency],
        message,
      }),
    ),
    ...changedPlans(old, next),
  ];
}

/** What the agencies' schemas break of the rules of the house, with the clients of what it is found at. */
export function asConcerns(findings: readonly Finding[], before: GraphVersion): Concern[] {
  const users = usesOf(before.operations, read(before).api);
  return findings.map(({ agency, coordinate, message }) => ({
    check: 'schema',
    weight: 'MEND',
    coordinate,
    agencies: [agency],
    message,
    uses: users(coordinate),
  }));
}

function read(version: GraphVersion): Side {
  return { version, supergraph: parse(version.supergraph, { noLocation: true }), api: buildSchema(version.api) };
}

/**
 * An operation that is recorded now must work. One that was recorded before and was changed since may still be asked by
 * programs that people have not renewed, so breaking it has to be announced.
 */
function faultyOperations(old: Side, next: Side): Concern[] {
  const now = new Set(next.version.operations.map(({ document }) => document));
  const renewed = old.version.operations.filter(({ document }) => !now.has(document));
  const concern = (weight: Concern['weight'], { name, client }: RecordedOperation, faults: readonly string[]) => ({
    check: 'operations' as const,
    weight,
    coordinate: name,
    agencies: [],
    message: faults.join('; '),
    uses: [{ client, operation: name }],
  });
  const wasRight = (operation: RecordedOperation) => brokenOperations([operation], old.api).length === 0;
  return [
    ...brokenOperations(next.version.operations, next.api).map(({ operation, faults }) =>
      concern('MEND', operation, faults),
    ),
    ...brokenOperations(renewed, next.api)
      .filter(({ operation }) => wasRight(operation))
      .map(({ operation, faults }) => concern('ANNOUNCE', operation, [`as recorded before: ${faults.join('; ')}`])),
  ];
}

/** Plans of the operations that both versions record: the same document may now take more calls, or longer. */
function changedPlans(old: Side, next: Side): Concern[] {
  const earlier = new Map(old.version.operations.map((operation) => [operation.name, operation]));
  const valid = (side: Side, operation: RecordedOperation) => brokenOperations([operation], side.api).length === 0;
  const same = next.version.operations.filter((operation) => {
    const before = earlier.get(operation.name);
    return before?.document === operation.document && valid(old, operation) && valid(next, operation);
  });
  const was = planSizes(old.version.supergraph, same);
  const is = planSizes(next.version.supergraph, same);
  return same.flatMap(({ name, client }): Concern[] => {
    const [one, other] = [was.get(name), is.get(name)];
    if (!one || !other || (one.fetches === other.fetches && one.steps === other.steps)) return [];
    const hasGrown = other.steps > one.steps || other.fetches > one.fetches;
    return [
      {
        check: 'plans',
        weight: hasGrown ? 'ANNOUNCE' : 'NOTE',
        coordinate: name,
        agencies: [],
        message: `takes ${other.fetches} calls in ${other.steps} steps, before ${one.fetches} in ${one.steps}`,
        uses: [{ client, operation: name }],
      },
    ];
  });
}
