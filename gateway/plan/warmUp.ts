import { validate } from 'graphql';
import type { Log } from '#kit/log.ts';
import { SupergraphRefused } from '../supergraph/refused.ts';
import type { CompiledOperation, KnownDocument, PlannedFor } from './compileOperation.ts';
import type { Pause } from './pauses.ts';
import { operationOf, type ServedGraph } from './servedGraph.ts';

/** How many of the operations in use, and how many of their plans, are made anew before another supergraph takes over. */
const mostOperations = 200;
const mostPlans = 400;

/** Plans documents before the first request comes with them; one that does not fit is only told. */
export async function planKnown(
  graph: ServedGraph,
  documents: readonly KnownDocument[],
  log: Log,
  pause: Pause,
): Promise<void> {
  for (const known of documents) {
    try {
      graph.fits(known.document);
      await planEach(operationOf(graph, known), pause);
    } catch (error) {
      log.warn({ err: error, operation: known.operationName }, 'An operation does not fit the supergraph');
    }
  }
}

/**
 * Plans what the present graph answers for another one: every document of our own clients, and then the operations in use,
 * the most used first, each for the callers and conditions that it was asked with.
 *
 * @throws SupergraphRefused when a document that the present graph answers could not be answered any more
 */
export async function planAnew(
  next: ServedGraph,
  present: ServedGraph,
  documents: readonly KnownDocument[],
  pause: Pause,
): Promise<void> {
  for (const known of documents) {
    if (present.fits(known.document)) await assertAnswers(next, known, pause);
  }
  let left = mostPlans;
  for (const operation of mostUsed(present)) {
    if (!next.fits(operation.document)) continue;
    for (const plannedFor of operation.plannedFor().slice(0, left)) {
      left -= 1;
      // Nobody relies on an operation that nobody recorded: what cannot be planned is told to whoever asks for it.
      await attempt(() => planEach(operationOf(next, operation), pause, plannedFor));
    }
  }
}

/** Plans an operation for all labels of `@override` that can be on together, so that no request waits for a plan. */
async function planEach(
  { labelSets, prepare }: CompiledOperation,
  pause: Pause,
  { variables, caller }: PlannedFor = { variables: {}, caller: null },
): Promise<void> {
  for (const labelsOn of labelSets) {
    prepare(variables, caller, labelsOn);
    await pause();
  }
}

async function assertAnswers(next: ServedGraph, known: KnownDocument, pause: Pause): Promise<void> {
  const { document, operationName = 'without a name' } = known;
  if (!next.fits(document)) {
    const [fault] = validate(next.planner.apiSchema, document, undefined, { maxErrors: 1 });
    throw new SupergraphRefused('BREAKING', `The document ${operationName} does not fit it: ${fault?.message}`);
  }
  try {
    await planEach(operationOf(next, known), pause);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SupergraphRefused('BREAKING', `The document ${operationName} cannot be planned with it: ${why}`);
  }
}

function mostUsed({ operations }: ServedGraph): CompiledOperation[] {
  return operations
    .recent(Number.POSITIVE_INFINITY)
    .sort((a, b) => b.uses - a.uses)
    .slice(0, mostOperations);
}

async function attempt(make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch {
    // It is made again, and its fault told, with the first request for it.
  }
}
