import { GraphQLError } from 'graphql';
import type { Failure } from '../call/failure.ts';
import { NoAnswer } from '../call/noAnswer.ts';
import { isNode, type Node, own, type Path, placesOf } from '../call/node.ts';
import { clientsName } from '../plan/privateNames.ts';
import type { Incompletion } from './trace.ts';

/** How many places one failure is told for; of the rest only the pattern is told. */
const mostPlaces = 20;

/** An answer, and what is to be known of its operation to word its errors. */
export interface Answered {
  /** What the agencies gave. */
  readonly data: Node;
  /** What the client gets. */
  readonly answer: Node | null;
  /** Whether the client asked, of objects of some type, for what stands at these response keys. */
  readonly isSelected: (keys: readonly string[]) => boolean;
  /** Which agency was asked for what stands at a pattern of the data. */
  readonly agencyAt: (pattern: readonly string[]) => string | null;
}

/**
 * Words what went wrong for the client: one error for each place that is null because of it, with the agency that is
 * answerable, whether to try again, and no error for what another one explains.
 */
export function errorsOf(
  failures: readonly Failure[],
  incompletions: readonly Incompletion[],
  answered: Answered,
): GraphQLError[] {
  const inOrder = failures.toSorted((one, other) => one.order - other.order);
  const told = inOrder.flatMap((failure) => (failure.kind === 'QUIET' ? [] : errorsOfFailure(failure, answered)));
  if (incompletions.length === 0) return told;

  const explained = explanations(failures, told);
  const unexplained = incompletions.filter((incompletion) => !explained(incompletion)).slice(0, mostPlaces);
  return [
    ...told,
    ...unexplained.map(({ path }) => {
      const agency = answered.agencyAt(path.map((step) => (typeof step === 'number' ? '@' : step)));
      const { message, extensions } = new NoAnswer(agency ?? '', 'SUBGRAPH_INVALID_RESPONSE');
      const { agency: _none, ...unknown } = extensions;
      return new GraphQLError(message, { path: clientsPath(path), extensions: agency ? extensions : unknown });
    }),
  ];
}

function errorsOfFailure(failure: Failure, { data, answer, isSelected }: Answered): GraphQLError[] {
  const { message, extensions, pattern, nodes, kind } = failure;
  const errors: GraphQLError[] = [];
  const missing = new Set<string>();
  const beyond = new Set<string>();
  const places = placesOf(new Set(nodes.slice(0, mostPlaces)), data, pattern);
  for (const node of nodes) {
    const place = places.get(node);
    for (const field of lostOf(failure, node, (below) => !place || isVisible([...place, ...below], answer))) {
      const below = patternOf([...pattern, ...field]);
      if (!place || errors.length >= mostPlaces) {
        beyond.add(below);
        continue;
      }
      const path = [...place, ...field];
      if (isVisible(path, answer)) {
        const told = kind === 'UNANSWERED' || pattern.length > 0 ? { ...extensions, missing: [below] } : extensions;
        errors.push(new GraphQLError(message, { path: clientsPath(path), extensions: told }));
      } else if (kind === 'UNANSWERED' || !isSelected(below.split('.'))) {
        // Not what the client sees, but what somebody else needed to know.
        missing.add(below);
      }
    }
  }
  const isTold = errors.length > 0 || (kind === 'ERROR' && nodes.length > 0 && missing.size === 0);
  if (isTold && beyond.size === 0) return alsoTelling(errors, missing);
  const rest = beyond.size > 0 ? beyond : missing;
  const told = rest.size > 0 ? { ...extensions, missing: [...rest] } : extensions;
  return [...errors, new GraphQLError(message, { extensions: told })];
}

/** What others had to know of another root object is why they were not asked about it: the first error tells of it as well. */
function alsoTelling(errors: readonly GraphQLError[], missing: ReadonlySet<string>): GraphQLError[] {
  const [first, ...others] = errors;
  if (!first) return [];
  const roots = new Set(errors.map(({ path }) => path?.[0]));
  const elsewhere = [...missing].filter((pattern) => !roots.has(pattern.split('.', 1)[0]));
  if (elsewhere.length === 0) return [first, ...others];
  const { message, path, extensions } = first;
  const told = [...((extensions.missing as readonly string[] | undefined) ?? []), ...elsewhere];
  return [new GraphQLError(message, { path, extensions: { ...extensions, missing: told } }), ...others];
}

/** What an object lacks: of a field that another agency gave all the same, such as `me`, what this one was to tell below it. */
function lostOf({ fields, below }: Failure, node: Node, isNull: (field: Path) => boolean): readonly Path[] {
  if (!below) return fields(node);
  return fields(node).flatMap((field): readonly Path[] => {
    const lost = isNull(field) ? [] : below(field);
    return lost.length > 0 ? lost : [field];
  });
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
  const unanswered = new Map<unknown, Set<unknown>>();
  for (const { nodes, fields, kind } of failures) {
    if (kind === 'ERROR') continue;
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

  return ({ node, key, path, value }) => {
    const keys = unanswered.get(node);
    // The type of an object is part of what its agency would have said.
    if (keys?.has(key) || (keys && key === '__typename') || unanswered.has(value)) return true;
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
