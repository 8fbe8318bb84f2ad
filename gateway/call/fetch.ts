import type { FetchNode } from '@apollo/query-planner';
import { stripIgnoredCharacters } from 'graphql';
import type { Log } from '#kit/log.ts';
import { clientsName } from '../plan/privateNames.ts';
import type { TypeTest } from '../plan/typeTest.ts';
import { type Agency, type AgencyAnswer, prepareOperation } from './agency.ts';
import { askedFields } from './askedFields.ts';
import { type FetchFailures, fetchFailures } from './fetchFailures.ts';
import { outputRewriter, renamedFields } from './fetchRewrites.ts';
import type { KeptEntities } from './kept.ts';
import { forAnother, merger } from './merge.ts';
import { NoAnswer } from './noAnswer.ts';
import { isNode, type Node, nodesAt, own } from './node.ts';
import { type Representations, representationsOf } from './representations.ts';
import type { Step } from './run.ts';
import { addKeys } from './sharedKeys.ts';

/** What fetches of every plan for one supergraph have in common. */
export interface FetchSurroundings {
  readonly agencies: ReadonlyMap<string, Agency>;
  /** The types of the supergraph, those that only agencies see included. */
  readonly isA: TypeTest;
  readonly isAbstract: (typename: string) => boolean;
  /** Root fields that several agencies answer, with the keys of what they lead to. */
  readonly sharedRootFields: ReadonlyMap<string, readonly string[]>;
  /** What is the same for everybody, and need not be asked each time. */
  readonly kept: KeptEntities;
  readonly log: Log;
}

/** Where a fetch stands in its plan. */
export interface FetchPlace {
  /** Where the objects that it is about stand in the data; empty for a fetch of root fields. */
  readonly pattern: readonly string[];
  /** The how manieth it is. */
  readonly order: number;
  /** How many steps of the plan come after it. */
  readonly stepsAfter: number;
  /** Whether another fetch of the plan asks the same agency the same, and would be answered the same. */
  readonly isRepeated: boolean;
}

/**
 * Compiles one fetch of a plan: describe the objects that it is about, ask the agency, put its answer where it belongs.
 */
export function compileFetch(
  fetch: FetchNode,
  { pattern, order, stepsAfter, isRepeated }: FetchPlace,
  surroundings: FetchSurroundings,
): Step {
  if (fetch.contextRewrites && fetch.contextRewrites.length > 0) throw new Error('@fromContext is not supported.');
  const { agencies, isA, isAbstract, sharedRootFields, kept, log } = surroundings;
  const agency = agencies.get(fetch.serviceName);
  if (!agency) throw new Error(`The supergraph names an agency that nobody connected: ${fetch.serviceName}.`);

  const describe = fetch.requires ? representationsOf(fetch, isA) : null;
  const isMutation = fetch.operationKind === 'mutation';
  const named = askedOperation(fetch);
  const text = describe || isMutation ? named : addKeys(named, sharedRootFields);
  const operation = prepareOperation(stripIgnoredCharacters(text), isMutation);
  const writeVariables = variableWriter(fetch.variableUsages ?? []);
  const share = shareOfBudget(stepsAfter);
  const give = giver(merger(isAbstract), fetch, isA);
  const answers = kept.of(fetch);
  let failures: FetchFailures | null = null;
  const failing = (): FetchFailures => {
    failures ??= fetchFailures({
      order,
      agency: agency.agency,
      pattern,
      asked: askedFields(text, describe !== null, isMutation ? new Map() : sharedRootFields),
      renamed: renamedFields(fetch.outputRewrites),
      isA,
    });
    return failures;
  };

  return async (run) => {
    const nodes = pattern.length === 0 ? [run.data] : nodesAt(run.data, pattern);
    if (nodes.length === 0) return;
    const described = describe ? describe(nodes) : null;
    const about = described && answers ? answers.giveKnown(described, give) : described;
    if (describe && !about) return;

    const { principal, purpose, caseId, requestId, explain, trail, trace } = run.context;
    const identity = { principal, requestId, purpose, caseId };
    const started = explain ? performance.now() : 0;
    let error: string | null = null;
    try {
      const variables = writeVariables(run.variables, about);
      const timeoutMs = run.startedAt + run.budgetMs * share - performance.now();
      const made = isRepeated ? run.made : null;
      const answer = await agency.ask({ operation, variables, identity, timeoutMs, made, trace });
      if (answer.errors.length > 0) {
        error = String(answer.errors[0]?.extensions.code);
        failing().report(run, answer, about, nodes);
      }
      if (answer.data && !fits(answer.data, about)) throw new NoAnswer(agency.agency, 'SUBGRAPH_INVALID_RESPONSE');
      if (answer.data && about && answer.errors.length === 0) answers?.keep(about, answer.data);
      if (answer.data) place(answer.data, about, nodes, give);
    } catch (reason) {
      if (!(reason instanceof NoAnswer)) throw reason;
      error = reason.code;
      log.warn({ agency: agency.agency, code: reason.code, requestId, traceId: trace?.id }, 'An agency did not answer');
      failing().unanswered(run, reason, about ? about.owners.flat() : nodes);
    }
    if (explain) {
      const ms = performance.now() - started;
      trail.calls.push({ agency: agency.agency, operation: fetch.operation, path: pattern.join('.'), ms, error });
    }
  };
}

/**
 * What a fetch asks, under the name of the client's operation. The planner's name says where in the plan it stands, so that
 * two fetches that ask the same would not look it.
 */
export function askedOperation({ operation, operationName, serviceName }: FetchNode): string {
  if (operationName === undefined) return operation;
  const end = operationName.lastIndexOf(`__${serviceName.replace(/\W/g, '_')}__`);
  return end < 0 ? operation : operation.replace(operationName, operationName.slice(0, end));
}

/**
 * Up to which part of the request's time a call may last. What comes after it is kept some of it, so that one agency that
 * is slow at the start does not leave the healthy ones without time to answer.
 */
function shareOfBudget(stepsAfter: number): number {
  return 1 - Math.min(stepsAfter * 0.15, 0.6);
}

/** Makes the writing of the variables as JSON: what the client sent, name by name, and the representations. */
function variableWriter(names: readonly string[]): (variables: Node, about: Representations | null) => string {
  const written = names.map((name) => [clientsName(name), `${JSON.stringify(name)}:`] as const);
  return (variables, about) => {
    let json = about ? `"representations":${about.json}` : '';
    for (const [name, opening] of written) {
      const value = own(variables, name);
      if (value === undefined) continue;
      json += `${json === '' ? '' : ','}${opening}${JSON.stringify(value)}`;
    }
    return `{${json}}`;
  };
}

type Give = (owners: readonly Node[], source: Node) => void;

/** Makes the putting of what an agency says of an object where it belongs. */
function giver(merge: (target: Node, source: Node) => void, fetch: FetchNode, isA: TypeTest): Give {
  const rewrite = outputRewriter(fetch.outputRewrites, isA);
  return (owners, source) => {
    rewrite?.(source);
    // The last owner takes the answer itself.
    for (const [index, owner] of owners.entries())
      merge(owner, index < owners.length - 1 ? forAnother(source) : source);
  };
}

/** Whether an answer is about what was asked. */
function fits(data: NonNullable<AgencyAnswer['data']>, about: Representations | null): boolean {
  if (!about) return true;
  const entities = own(data, '_entities');
  return (
    Array.isArray(entities) &&
    entities.length === about.owners.length &&
    entities.every((entity, index) => isAnswerFor(entity, about.owners[index]?.[0]))
  );
}

/** Puts an answer that fits where it belongs. */
function place(
  data: NonNullable<AgencyAnswer['data']>,
  about: Representations | null,
  nodes: readonly Node[],
  give: Give,
) {
  if (!about) return give(nodes, data);
  for (const [index, entity] of (own(data, '_entities') as unknown[]).entries()) {
    if (isNode(entity)) give(about.owners[index] ?? [], entity);
  }
}

/** An agency that tells another id than it was asked about mixes people up: nothing of that answer is believed. */
function isAnswerFor(entity: unknown, owner: Node | undefined): boolean {
  if (entity === null) return true;
  if (!isNode(entity) || !owner) return false;
  const [told, asked] = [own(entity, 'id'), own(owner, 'id')];
  return typeof told !== 'string' || typeof asked !== 'string' || told === asked;
}
