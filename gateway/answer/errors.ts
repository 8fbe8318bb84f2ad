import { GraphQLError } from 'graphql';
import type { Failure } from '../call/failure.ts';
import { NoAnswer } from '../call/noAnswer.ts';
import { isNode, type Node, own, type Path, placesOf } from '../call/node.ts';
import { clientsName } from '../plan/privateNames.ts';
import type { Incompletion } from './trace.ts';

/** How many places one failure is told for; of the rest only the pattern is told. */
const mostPlaces = 20;

/**
 * Words what went wrong for the client: one error for each place that is null because of it, with the agency that is
 * answerable, whether to try again, and no error for what another one explains.
 *
 * @param data what the agencies gave
 * @param answer what the client gets
 * @param agencyAt which agency was asked for what stands at a pattern
 */
export function errorsOf(
  failures: readonly Failure[],
  incompletions: readonly Incompletion[],
  data: Node,
  answer: Node | null,
  agencyAt: (pattern: readonly string[]) => string | null,
): GraphQLError[] {
  const told = failures.flatMap((failure) => errorsOfFailure(failure, data, answer));
  if (incompletions.length === 0) return told;

  const explained = explanations(failures, told);
  const unexplained = incompletions.filter((incompletion) => !explained(incompletion)).slice(0, mostPlaces);
  return [
    ...told,
    ...unexplained.map(({ path }) => {
      const agency = agencyAt(path.map((step) => (typeof step === 'number' ? '@' : step)));
      const { message, extensions } = new NoAnswer(agency ?? '', 'SUBGRAPH_INVALID_RESPONSE');
      const { agency: _none, ...unknown } = extensions;
      return new GraphQLError(message, { path: clientsPath(path), extensions: agency ? extensions : unknown });
    }),
  ];
}

function errorsOfFailure(failure: Failure, data: Node, answer: Node | null): GraphQLError[] {
  const { message, extensions, pattern, nodes, fields, isUnanswered } = failure;
  const errors: GraphQLError[] = [];
  const missing = new Set<string>();
  const rest = new Set<string>();
  const byNode = placesOf(new Set(nodes.slice(0, mostPlaces)), data, pattern);
  for (const node of nodes) {
    for (const field of fields(node)) {
      const below = patternOf([...pattern, ...field]);
      missing.add(below);
      const place = byNode.get(node);
      if (!place || errors.length >= mostPlaces) {
        rest.add(below);
        continue;
      }
      const path = [...place, ...field];
      if (isUnanswered && !isVisible(path, answer)) continue;
      const told = isUnanswered || pattern.length > 0 ? { ...extensions, missing: [below] } : extensions;
      errors.push(new GraphQLError(message, { path: clientsPath(path), extensions: told }));
    }
  }
  if (errors.length > 0 && rest.size === 0) return errors;
  const patterns = [...(rest.size > 0 ? rest : missing)];
  const told = patterns.length > 0 ? { ...extensions, missing: patterns } : extensions;
  return [...errors, new GraphQLError(message, { extensions: told })];
}

/** Whether a place shows in the answer: as a null there, or by the null above that it led to. */
function isVisible(path: Path, answer: Node | null): boolean {
  let value: unknown = answer;
  for (const step of path) {
    if (value === null) return true;
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isNode(value) ? own(value, clientsName(step)) : undefined;
    if (value === undefined) return false;
  }
  return value === null;
}

/** Makes the test whether a null that may not stand is told by another error already. */
function explanations(failures: readonly Failure[], told: readonly GraphQLError[]): (one: Incompletion) => boolean {
  const unanswered = new Map<Node, Set<unknown>>();
  for (const { nodes, fields, isUnanswered } of failures) {
    if (!isUnanswered) continue;
    for (const node of nodes) {
      const keys = unanswered.get(node) ?? new Set();
      for (const field of fields(node)) keys.add(field[0]);
      unanswered.set(node, keys);
    }
  }
  const exact = new Set<string>();
  const above = new Set<string>();
  for (const { path } of told) {
    if (!path) continue;
    exact.add(JSON.stringify(path));
    for (let length = 0; length <= path.length; length += 1) above.add(JSON.stringify(path.slice(0, length)));
  }

  return ({ node, key, path }) => {
    if (unanswered.get(node)?.has(key)) return true;
    const place = clientsPath(path);
    if (above.has(JSON.stringify(place))) return true;
    return place.some((_step, index) => exact.has(JSON.stringify(place.slice(0, index))));
  };
}

function clientsPath(path: Path): (string | number)[] {
  return path.map((step) => (typeof step === 'number' ? step : clientsName(step)));
}

function patternOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '@' : clientsName(step))).join('.');
}
