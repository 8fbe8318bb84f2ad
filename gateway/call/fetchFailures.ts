import type { TypeTest } from '../plan/typeTest.ts';
import type { AgencyAnswer, AgencyError } from './agency.ts';
import { type AskedField, askedOf } from './askedFields.ts';
import type { Failure } from './failure.ts';
import type { NoAnswer } from './noAnswer.ts';
import { isNode, type Node, own, setOwn } from './node.ts';
import type { Representations } from './representations.ts';
import type { Run } from './run.ts';

/** Tells a run what one fetch could not bring. */
export interface FetchFailures {
  /** Takes over the errors of an answer, each for every object that it is about. */
  report(run: Run, answer: AgencyAnswer, about: Representations | null, nodes: readonly Node[]): void;
  /** Nothing usable came: what was asked is null, so that whoever requires it is still asked (docs/adr/0004). */
  unanswered(run: Run, reason: NoAnswer, nodes: readonly Node[]): void;
}

export interface FailingFetch {
  readonly order: number;
  readonly agency: string;
  readonly pattern: readonly string[];
  readonly asked: readonly AskedField[];
  /** Names that the planner gave, with the names they stand for. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly isA: TypeTest;
}

/** Of an object that an agency was asked nothing about but what it is. */
const theObjectItself: readonly (readonly string[])[] = [[]];

/** Makes the failures of one fetch of a plan. */
export function fetchFailures({ order, agency, pattern, asked, renamed, isA }: FailingFetch): FetchFailures {
  const missingOf = (node: Node) => {
    const paths = askedOf(node, asked, isA).map(({ path }) => path);
    return paths.length > 0 ? paths : theObjectItself;
  };

  const below = (field: readonly (string | number)[]) =>
    asked
      .filter(({ path, isSharedKey }) => !isSharedKey && path.length > field.length)
      .filter(({ path }) => field.every((step, index) => step === path[index]))
      .map(({ path }) => path);

  const giveNulls = (node: Node): void => {
    for (const { path, isSharedKey } of askedOf(node, asked, isA)) {
      if (!isSharedKey) setNull(node, path);
    }
  };

  const failed = (
    run: Run,
    nodes: readonly Node[],
    error: Pick<AgencyError, 'message' | 'extensions'>,
    kind: Failure['kind'],
  ) => {
    nodes.forEach(giveNulls);
    run.failures.push({ ...error, order, agency, pattern, nodes, fields: missingOf, kind });
  };

  return {
    unanswered(run, { message, extensions }, nodes) {
      failed(run, nodes, { message, extensions }, 'UNANSWERED');
    },

    report(run, answer, about, nodes) {
      const all = about ? about.owners.flat() : nodes;
      const told = answer.errors.map(({ path, message, extensions }) => ({
        place: placeOf(path, about, nodes),
        error: { message, extensions: { retryable: false, ...extensions, agency } },
      }));
      for (const {
        place: [owners, ...rest],
        error,
      } of told) {
        if (!owners && answer.data === null) {
          failed(run, all, error, 'UNANSWERED');
          continue;
        }
        if (about && owners && rest.length === 0) {
          // All that was asked of these objects.
          failed(run, owners, error, 'UNANSWERED');
          continue;
        }
        const field = rest.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step));
        const fields = () => (owners ? [field] : []);
        run.failures.push({ ...error, order, agency, pattern, nodes: owners ?? [], fields, below, kind: 'ERROR' });
      }
      const [first] = told;
      if (answer.data === null && first?.place[0]) failed(run, all, first.error, 'QUIET');
    },
  };
}

/** The objects that an error is about, and the way from there; nothing when the agency does not say. */
function placeOf(
  path: AgencyError['path'],
  about: Representations | null,
  nodes: readonly Node[],
): [] | [readonly Node[], ...(string | number)[]] {
  if (!about) return path.length > 0 ? [nodes, ...path] : [];
  const [entities, index, ...rest] = path;
  const owners = entities === '_entities' && typeof index === 'number' ? about.owners[index] : undefined;
  return owners ? [owners, ...rest] : [];
}

function setNull(node: Node, path: readonly string[]): void {
  const [key = '', ...rest] = path;
  const existing = own(node, key);
  if (rest.length === 0) {
    if (existing === undefined) setOwn(node, key, null);
  } else if (existing === undefined || existing === null) {
    const below: Node = {};
    setNull(below, rest);
    setOwn(node, key, below);
  } else if (isNode(existing)) {
    setNull(existing, rest);
  }
}
