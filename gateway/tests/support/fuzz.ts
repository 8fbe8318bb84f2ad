import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { agreement, storm } from './agreement.ts';
import type { OperationWishes, RandomOperation } from './randomOperation.ts';
import { shrink } from './shrink.ts';
import { fairWeather, type Weather } from './smallGraph.ts';

export type Asked = Pick<RandomOperation, 'text' | 'document' | 'variables'>;

/** A graph that answers the same question as federation, by the default executor, and as one server. */
export interface FuzzedGraph {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** The valid operation of a seed. */
  operation(seed: number, kind?: OperationWishes['kind']): RandomOperation;
  ask(operation: Asked, weather?: Weather): Promise<ExecutionResult>;
  askApollo(operation: Asked): Promise<ExecutionResult>;
  askMonolith(operation: Asked): Promise<ExecutionResult>;
}

export interface FuzzWishes {
  readonly firstSeed: number;
  readonly count: number;
  /** After how many findings to stop. */
  readonly most?: number;
}

/** An operation that was answered wrongly. */
export interface Finding {
  readonly seed: number;
  readonly operation: Asked;
  /** The smallest operation that was found to be answered wrongly in the same comparison. */
  readonly shrunk: Asked;
  readonly what: string;
}

export interface FuzzReport {
  readonly findings: readonly Finding[];
  /** How many operations were compared, and how: under failures only those that change nothing. */
  readonly compared: Readonly<Record<'monolith' | 'failures' | 'apollo', number>>;
  /** Operations that the planner itself gives up on, whoever runs its plans. */
  readonly unplanned: number;
  /** Operations to which the default executor answers something else than the one server. */
  readonly apolloWrong: number;
}

/** What the planner says when an interface object meets a fragment on an interface that its agency does not know. */
const plannerFault = /We should have an edge from/;
/** One operation in so many is also answered by the default executor: it plans anew, and that is dear. */
const apolloEvery = 5;

/** Compares the answers to random operations, one seed after the other. */
export async function fuzz(graph: FuzzedGraph, { firstSeed, count, most = 3 }: FuzzWishes): Promise<FuzzReport> {
  const tally = { monolith: 0, failures: 0, apollo: 0, unplanned: 0, apolloWrong: 0 };
  const findings: Finding[] = [];
  for (let seed = firstSeed; seed < firstSeed + count && findings.length < most; seed += 1) {
    const withApollo = seed % apolloEvery === 0;
    const operation = graph.operation(seed, withApollo ? 'plain' : 'all');
    const what = await faultOf(graph, operation, seed, tally);
    if (what === null) continue;
    const isWrong = async (smaller: Asked) => (await faultOf(graph, smaller, seed, { ...tally })) !== null;
    findings.push({ seed, operation, shrunk: await shrink(graph.api, operation, isWrong), what });
  }
  const { unplanned, apolloWrong, ...compared } = tally;
  return { findings, compared, unplanned, apolloWrong };
}

/** The words for a person who wants to mend it. */
export function wordsOf({ seed, operation, shrunk, what }: Finding): string {
  const written = ({ text, variables }: Asked) => `${text}\n${JSON.stringify(variables)}`;
  return [`seed ${seed}:`, written(operation), what, 'as small as it gets:', written(shrunk)].join('\n');
}

type Tally = Record<'monolith' | 'failures' | 'apollo' | 'unplanned' | 'apolloWrong', number>;

async function faultOf(graph: FuzzedGraph, operation: Asked, seed: number, tally: Tally): Promise<string | null> {
  try {
    return await compare(graph, operation, seed, tally);
  } catch (error) {
    const text = String(error instanceof Error ? error.stack : error);
    if (!plannerFault.test(text)) return text;
    tally.unplanned += 1;
    return null;
  }
}

async function compare(graph: FuzzedGraph, operation: Asked, seed: number, tally: Tally): Promise<string | null> {
  const ours = await graph.ask(operation, fairWeather);
  const right = await graph.askMonolith(operation);
  tally.monolith += 1;
  const wrong = agreement.withMonolith(ours, right);
  if (wrong) return wrong;
  if (seed % apolloEvery === 0) {
    tally.apollo += 1;
    // That we agree with the one server is known by now: where the default executor does not, it is the one that is wrong.
    if (!agreement.isSame(await graph.askApollo(operation), right)) tally.apolloWrong += 1;
  }
  // A change that fails leaves another world behind it.
  if (operation.text.startsWith('mutation')) return null;
  tally.failures += 1;
  const { weather, spoilt } = storm(seed);
  const told = await graph.ask(operation, weather);
  const always = (ours.errors ?? []).map(({ extensions }) => extensions?.agency);
  return agreement.underFailures(told, right, new Set([...spoilt, ...always]));
}
