import type { TypeTest } from '../plan/typeTest.ts';
import type { AgencyAnswer, AgencyError } from './agency.ts';
import { type AskedField, askedOf } from './askedFields.ts';
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
  readonly agency: string;
  readonly pattern: readonly string[];
  readonly asked: readonly AskedField[];
  /** Names that the planner gave, with the names they stand for. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly isA: TypeTest;
}

/** Makes the failures of one fetch of a plan. */
export function fetchFailures({ agency, pattern, asked, renamed, isA }: FailingFetch): FetchFailures {
  const missingOf = (node: Node) => askedOf(node, asked, isA).map(({ path }) => path);

  const giveNulls = (node: Node): void => {
    for (const { path, isSharedKey } of askedOf(node, asked, isA)) {
      if (!isSharedKey) setNull(node, path);
    }
  };

  const failed = (run: Run, nodes: readonly Node[], extensions: AgencyError['extensions'], message: string) => {
    nodes.forEach(giveNulls);
    run.failures.push({ agency, message, extensions, pattern, nodes, fields: missingOf, isUnanswered: true });
  };

  return {
    unanswered(run, reason, nodes) {
      failed(run, nodes, reason.extensions, reason.message);
    },

    report(run, answer, about, nodes) {
      for (const error of answer.errors) {
        const extensions = { retryable: false, ...error.extensions, agency };
        const [place, ...below] = placeOf(error, about, nodes);
        const field = below.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step));
        if (!place && answer.data === null) {
          failed(run, about ? about.owners.flat() : nodes, extensions, error.message);
          continue;
        }
        const owners = place ?? [];
        if (about && field.length === 0) owners.forEach(giveNulls);
        const fields = () => (place ? [field] : []);
        run.failures.push({
          agency,
          message: error.message,
          extensions,
          pattern,
          nodes: owners,
          fields,
          isUnanswered: false,
        });
      }
      if (answer.data === null) (about ? about.owners.flat() : nodes).forEach(giveNulls);
    },
  };
}

/** The objects that an error is about, and the way from there; nothing when the agency does not say. */
function placeOf(
  error: AgencyError,
  about: Representations | null,
  nodes: readonly Node[],
): [] | [readonly Node[], ...(string | number)[]] {
  if (!about) return error.path.length > 0 ? [nodes, ...error.path] : [];
  const [entities, index, ...rest] = error.path;
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
