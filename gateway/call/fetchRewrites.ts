import type { FetchDataRewrite } from '@apollo/query-planner';
import type { TypeTest } from '../plan/typeTest.ts';
import { isNode, type Node, own, setOwn } from './node.ts';

const onType = '... on ';

/**
 * Makes what a plan wants done to an agency's answer: fields that stand under a name that the planner chose, because two
 * types of one list give them different types, get their own name back.
 *
 * @returns null when nothing is to be done
 */
export function outputRewriter(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isA: TypeTest,
): ((value: unknown) => void) | null {
  if (!rewrites || rewrites.length === 0) return null;
  return (value) => {
    for (const rewrite of rewrites) applyAt(value, rewrite.path, rewrite, isA);
  };
}

/** The planner's names of this fetch, with the names they stand for. */
export function renamedFields(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  const renamed = (rewrites ?? []).filter((rewrite) => rewrite.kind === 'KeyRenamer');
  return new Map(renamed.map(({ path, renameKeyTo }) => [path.at(-1) ?? '', renameKeyTo]));
}

function applyAt(value: unknown, path: readonly string[], rewrite: FetchDataRewrite, isA: TypeTest): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(item, path, rewrite, isA);
    return;
  }
  const [step, ...rest] = path;
  if (!isNode(value) || step === undefined) return;
  if (step.startsWith(onType)) {
    const typename = own(value, '__typename');
    if (typename === undefined || isA(typename, step.slice(onType.length))) applyAt(value, rest, rewrite, isA);
  } else if (rest.length > 0) {
    applyAt(own(value, step), rest, rewrite, isA);
  } else {
    rewriteField(value, step, rewrite);
  }
}

function rewriteField(node: Node, field: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(node, field, rewrite.setValueTo);
  } else if (Object.hasOwn(node, field)) {
    setOwn(node, rewrite.renameKeyTo, node[field]);
    delete node[field];
  }
}
