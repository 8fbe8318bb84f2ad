import type { ExecutionResult } from 'graphql';
import { isErrorCode } from '#kit/errors.ts';
import { NoAnswer } from '../../call/noAnswer.ts';
import { isNode } from '../../call/node.ts';
import { type RandomOperation, randomNumbers } from './randomOperation.ts';
import type { Weather } from './smallGraph.ts';
import type { SmallPlatform } from './smallPlatform.ts';

/** What the planner says when an interface object meets a fragment on an interface that its agency does not know. */
export const plannerFault = /We should have an edge from/;

/** The comparisons of an operation's answers. Each gives what is wrong, or null. */
export const agreement = {
  /** Byte by byte, order included; and errors on both sides or on none. */
  async withMonolith(small: SmallPlatform, operation: RandomOperation): Promise<string | null> {
    const [ours, theirs] = [await small.ask(operation), await small.askMonolith(operation)];
    if (written(ours) !== written(theirs)) return different(ours, theirs);
    return (ours.errors?.length ?? 0) > 0 === (theirs.errors?.length ?? 0) > 0 ? null : different(ours, theirs);
  },

  async withApollo(small: SmallPlatform, operation: RandomOperation): Promise<string | null> {
    const [ours, theirs] = [await small.ask(operation), await small.askApollo(operation)];
    const monolith = await small.askMonolith(operation);
    // Where it differs from the one server it is wrong; that we agree with the server is another test.
    if (written(theirs) !== written(monolith)) return null;
    return written(ours) === written(theirs) ? null : different(ours, theirs);
  },

  /** What is not null is what the one server says; what is missing is told, with who is answerable. */
  async underFailures(small: SmallPlatform, operation: RandomOperation, seed: number): Promise<string | null> {
    // A mutation that fails leaves another world behind it.
    if (operation.text.startsWith('mutation')) return null;
    const [ours, theirs] = [await small.ask(operation, storm(seed)), await small.askMonolith(operation)];
    const contradiction = contradicts(ours.data, theirs.data, 'data');
    if (contradiction) return `${contradiction}\n${different(ours, theirs)}`;
    if (written(ours) !== written(theirs) && !ours.errors?.length)
      return `Nothing is told.\n${different(ours, theirs)}`;
    const unnamed = (ours.errors ?? []).find(({ extensions }) => !isErrorCode(extensions.code) || !extensions.agency);
    return unnamed ? `An error does not say who: ${JSON.stringify(unnamed)}\n${different(ours, theirs)}` : null;
  },

  /** What is not null is what the one server says, which refuses the same; whatever else is null is told. */
  withholding(ours: ExecutionResult, theirs: ExecutionResult): string | null {
    const contradiction = contradicts(ours.data, theirs.data, 'data');
    if (contradiction) return `${contradiction}\n${different(ours, theirs)}`;
    const isTold = written(ours) === written(theirs) || (ours.errors?.length ?? 0) > 0;
    return isTold ? null : `Nothing is told.\n${different(ours, theirs)}`;
  },
};

/** Agencies that now and then do not answer, or answer what cannot be used. */
function storm(seed: number): Weather {
  const random = randomNumbers(seed);
  return async (agency, call) => {
    const luck = random();
    if (luck < 0.15) throw new NoAnswer(agency, 'SUBGRAPH_UNAVAILABLE');
    const error = { message: 'not now', path: [], extensions: { code: 'CONFLICT' } };
    if (luck < 0.2) return { data: null, errors: [error] };
    const answer = await call();
    const entities = answer.data?._entities;
    if (!Array.isArray(entities)) return answer;
    if (luck < 0.25) return { data: { _entities: entities.slice(1) }, errors: [] };
    if (luck < 0.3) return { data: { _entities: [...entities.slice(1), 'what'] }, errors: [] };
    const [, ...rest] = entities;
    const placed = { ...error, path: ['_entities', 0] };
    return luck < 0.35 ? { data: { _entities: [null, ...rest] }, errors: [placed] } : answer;
  };
}

function contradicts(ours: unknown, theirs: unknown, path: string): string | null {
  if (ours === null || ours === undefined) return null;
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || theirs.length !== ours.length) return `${path} is another list`;
    return ours.map((item, index) => contradicts(item, theirs[index], `${path}.${index}`)).find(Boolean) ?? null;
  }
  if (!isNode(ours)) return ours === theirs ? null : `${path} is ${JSON.stringify(ours)}`;
  if (!isNode(theirs) || Object.keys(theirs).join() !== Object.keys(ours).join()) return `${path} is another object`;
  return (
    Object.keys(ours)
      .map((key) => contradicts(ours[key], theirs[key], `${path}.${key}`))
      .find(Boolean) ?? null
  );
}

function written({ data }: ExecutionResult): string {
  return JSON.stringify(data ?? null);
}

function different(ours: ExecutionResult, theirs: ExecutionResult): string {
  return `ours:   ${JSON.stringify(ours)}\ntheirs: ${JSON.stringify(theirs)}`;
}
