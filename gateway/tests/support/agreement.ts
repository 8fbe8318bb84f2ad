import type { ExecutionResult, GraphQLError } from 'graphql';
import { isErrorCode } from '#kit/errors.ts';
import { NoAnswer } from '../../call/noAnswer.ts';
import { isNode } from '../../call/node.ts';
import { randomNumbers } from './randomValue.ts';
import type { Weather } from './smallGraph.ts';

/** The comparisons of what was answered to one operation. Each gives what is wrong, or null. */
export const agreement = {
  /** Byte by byte, order included; and errors on both sides or on none. */
  withMonolith(ours: ExecutionResult, right: ExecutionResult): string | null {
    if (written(ours) !== written(right)) return different(ours, right);
    return (ours.errors?.length ?? 0) > 0 === (right.errors?.length ?? 0) > 0 ? null : different(ours, right);
  },

  /**
   * What is not null is what the one server says; each null that it does not have is told, and by whom it is owed. Each error
   * stands where there is null.
   *
   * @param guilty the agencies that may be named: those that failed
   */
  underFailures(ours: ExecutionResult, right: ExecutionResult, guilty: ReadonlySet<unknown>): string | null {
    const missing: Place[] = [];
    const contradiction = contradicts(ours.data, right.data, [], missing);
    if (contradiction) return `${contradiction}\n${different(ours, right)}`;
    const errors = ours.errors ?? [];
    const untold = missing.find((place) => !errors.some((error) => tells(error, place)));
    if (untold) return `Nothing is told of ${untold.join('.') || 'all data'}.\n${different(ours, right)}`;
    const unnamed = errors.find(({ extensions }) => !isErrorCode(extensions.code) || !extensions.agency);
    if (unnamed) return `An error does not say who: ${JSON.stringify(unnamed)}\n${different(ours, right)}`;
    const innocent = errors.find(({ extensions }) => !guilty.has(extensions.agency));
    if (innocent) return `Somebody is named who did not fail: ${JSON.stringify(innocent)}\n${different(ours, right)}`;
    const astray = errors.find(({ path }) => path && !isNullAt(ours.data, path));
    return astray ? `An error is told of what is there: ${JSON.stringify(astray)}\n${different(ours, right)}` : null;
  },

  /** What is not null is what the one server says, which refuses the same; whatever else is null is told. */
  withholding(ours: ExecutionResult, theirs: ExecutionResult): string | null {
    const contradiction = contradicts(ours.data, theirs.data, [], []);
    if (contradiction) return `${contradiction}\n${different(ours, theirs)}`;
    const isTold = written(ours) === written(theirs) || (ours.errors?.length ?? 0) > 0;
    return isTold ? null : `Nothing is told.\n${different(ours, theirs)}`;
  },

  /** Byte by byte. */
  isSame(ours: ExecutionResult, theirs: ExecutionResult): boolean {
    return written(ours) === written(theirs);
  },
};

/**
 * Agencies that now and then do not answer, or answer what cannot be used. What an agency does at its n-th call hangs on the
 * seed alone, so that a smaller operation meets the same failures.
 */
export function storm(seed: number): { readonly weather: Weather; readonly spoilt: ReadonlySet<string> } {
  const lucks = new Map<string, () => number>();
  const spoilt = new Set<string>();
  const weather: Weather = async (agency, call) => {
    const random =
      lucks.get(agency) ??
      randomNumbers(seed + [...agency].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
    lucks.set(agency, random);
    const luck = random();
    if (luck < 0.35) spoilt.add(agency);
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
  return { weather, spoilt };
}

type Place = readonly (string | number)[];

/** @param missing takes the places where there is null, and something at the one server */
function contradicts(ours: unknown, theirs: unknown, at: Place, missing: Place[]): string | null {
  if (ours === null || ours === undefined) {
    if (theirs !== null && theirs !== undefined) missing.push(at);
    return null;
  }
  const path = ['data', ...at].join('.');
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || theirs.length !== ours.length) return `${path} is another list`;
    return firstOf(ours.keys(), (index) => contradicts(ours[index], theirs[index], [...at, index], missing));
  }
  if (!isNode(ours)) return ours === theirs ? null : `${path} is ${JSON.stringify(ours)}`;
  if (!isNode(theirs) || Object.keys(theirs).join() !== Object.keys(ours).join()) return `${path} is another object`;
  return firstOf(Object.keys(ours), (key) => contradicts(ours[key], theirs[key], [...at, key], missing));
}

function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

/**
 * Whether an error is about a place: it stands there, above it, below it or at a field beside one of these, of which another
 * one may be worked out. Root fields are not worked out of one another.
 */
function tells({ path, extensions }: GraphQLError, place: Place): boolean {
  if (path && isOneWay(surroundings(path), place)) return true;
  const missing = (extensions.missing ?? []) as readonly string[];
  return missing.some((pattern) => isOneWay(surroundings(pattern.split('.')), place));
}

function surroundings(path: Place): Place {
  return path.length > 1 ? path.slice(0, -1) : path;
}

/** Whether there is null at a place, or above it. */
function isNullAt(data: unknown, path: Place): boolean {
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) return value === null;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value === null;
}

function isOneWay(one: Place, other: Place): boolean {
  const isSame = (step: string | number, index: number) =>
    index >= other.length || step === other[index] || (step === '@' && typeof other[index] === 'number');
  return one.every(isSame);
}

function written({ data }: ExecutionResult): string {
  return JSON.stringify(data ?? null);
}

function different(ours: ExecutionResult, theirs: ExecutionResult): string {
  return `ours:   ${JSON.stringify(ours)}\ntheirs: ${JSON.stringify(theirs)}`;
}
