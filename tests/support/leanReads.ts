import type { HouseRule } from './houseRules.ts';
import { sources } from './sourceTree.ts';

const agencyCode = /^(subgraphs|kit)\/(?!testing\/)(?!.*\/tests\/)/;
const read = /\.(find|findOne|findById|findOneAnd[A-Z]\w+|findByIdAnd[A-Z]\w+)(<[^()]*>)?\(/g;
const nextCall = /\s*\.(\w+)(<[^()]*?>)?\(/y;
/** What a list is searched by: a function that stands there, or one that is named as a question. */
const predicate = /^\s*(async\s*)?(\([^()]*\)(\s*:[^=]*)?|\w+)\s*=>|^\s*(is|has)[A-Z]\w*\s*$/;
/** Those that read by the driver itself, whose rows are lean as they come, and the clients of the OpenID provider. */
const notMongoose = /(\bcollection(<[^()]*>)?\([^()]*\)|\.collection|\bplaces|\bprovider\.\w+)\s*$/;

/**
 * Agencies read rows, not documents: what is read by mongoose ends in `lean()`, since making a document of each row costs
 * more than reading it (CONTRIBUTING.md, rules for mongoose code, 7).
 */
export const everyReadIsLean: HouseRule = (tree) =>
  sources(tree)
    .filter(([path]) => agencyCode.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(read)]
        .filter((found) => isHydrated(text, found))
        .map(({ index }) => `${path}:${text.slice(0, index).split('\n').length} reads without lean()`),
    );

function isHydrated(text: string, { 0: call, index }: RegExpExecArray): boolean {
  if (notMongoose.test(text.slice(0, index))) return false;
  const start = index + call.length;
  let end = endOfCall(text, start);
  if (predicate.test(text.slice(start, end - 1))) return false;
  for (;;) {
    nextCall.lastIndex = end;
    const next = nextCall.exec(text);
    if (!next) return true;
    // `toArray` is the driver's own.
    if (next[1] === 'lean' || next[1] === 'toArray') return false;
    end = endOfCall(text, nextCall.lastIndex);
  }
}

/** Behind the bracket that closes the one before `start`. */
function endOfCall(text: string, start: number): number {
  let open = 1;
  let at = start;
  while (open > 0 && at < text.length) {
    if (text[at] === '(') open++;
    if (text[at] === ')') open--;
    at++;
  }
  return at;
}
