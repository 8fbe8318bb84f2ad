import { failedToParse, MongoError, notSupported } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { equalValues } from '../values/compare.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { type Path, splitPath } from '../values/path.ts';
import { addToSet, type Operator, pop, pull, pullAll, push } from './arrayOperators.ts';
import { bit, currentDate, inc, max, min, mul, renameTarget, set, unset } from './fieldOperators.ts';
import { type ArrayFilters, concretePaths } from './positions.ts';
import { type Change, changeAt, lookUp, removed } from './target.ts';

/** A parsed update: a document to put in place of the old one, or modifications of it. */
export type Update =
  | { readonly kind: 'replacement'; readonly document: Document }
  | {
      readonly kind: 'modifications';
      readonly modifications: readonly Modification[];
      readonly arrayFilters: ArrayFilters;
    };

type Modification = {
  readonly path: string;
  readonly parts: Path;
  readonly creates: boolean;
  readonly onInsertOnly: boolean;
  readonly change: Change;
  /** The field a `$rename` moves here. */
  readonly from?: Path;
};

const operators: Readonly<Record<string, { readonly operator: Operator; readonly creates: boolean }>> = {
  $set: { operator: set, creates: true },
  $setOnInsert: { operator: set, creates: true },
  $unset: { operator: unset, creates: false },
  $inc: { operator: inc, creates: true },
  $mul: { operator: mul, creates: true },
  $min: { operator: min, creates: true },
  $max: { operator: max, creates: true },
  $currentDate: { operator: currentDate, creates: true },
  $bit: { operator: bit, creates: true },
  $push: { operator: push, creates: true },
  $addToSet: { operator: addToSet, creates: true },
  $pop: { operator: pop, creates: false },
  $pull: { operator: pull, creates: false },
  $pullAll: { operator: pullAll, creates: false },
};

/**
 * Parses an update.
 * @throws MongoError with MongoDB's code for unknown operators, conflicting paths and wrong operands
 */
export const parseUpdate = (source: unknown, arrayFilters: ArrayFilters): Update => {
  if (Array.isArray(source)) throw notSupported('An update with an aggregation pipeline');
  if (!isDocument(source)) throw failedToParse('Update argument must be either an object or an array');
  const keys = Object.keys(source);
  if (!keys[0]?.startsWith('$')) {
    const operator = keys.find((key) => key.startsWith('$'));
    if (operator)
      throw new MongoError(
        52,
        `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    if (arrayFilters.size > 0) throw failedToParse('Cannot use array filters in a replacement update');
    return { kind: 'replacement', document: source };
  }
  const modifications = keys.flatMap((operator) => parseOperator(operator, source[operator]));
  assertNoConflict(modifications);
  assertFiltersUsed(modifications, arrayFilters);
  return {
    kind: 'modifications',
    modifications: modifications.sort((a, b) => comparePaths(a.parts, b.parts)),
    arrayFilters,
  };
};

const parseOperator = (operator: string, operand: unknown): Modification[] => {
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!known && operator !== '$rename') {
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDocument(operand)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeNameOf(operand)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ...}`,
    );
  }
  return Object.entries(operand).flatMap(([path, value]) => {
    assertPath(path);
    if (!known) return parseRename(path, value);
    return [
      {
        path,
        parts: splitPath(path),
        creates: known.creates,
        onInsertOnly: operator === '$setOnInsert',
        change: known.operator(value, path),
      },
    ];
  });
};

const parseRename = (path: string, operand: unknown): Modification[] => {
  const target = renameTarget(operand, path);
  assertPath(target);
  const from = splitPath(path);
  return [
    { path, parts: from, creates: false, onInsertOnly: false, change: unset(true, path) },
    { path: target, parts: splitPath(target), creates: true, onInsertOnly: false, change: () => removed, from },
  ];
};

const assertPath = (path: string): void => {
  if (path === '') throw new MongoError(56, 'An empty update path is not valid.');
  const parts = splitPath(path);
  if (parts.includes(''))
    throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  for (const part of parts) {
    if (part.startsWith('$') && !/^\$(\[.*\])?$/.test(part)) {
      throw new MongoError(
        52,
        `The dollar ($) prefixed field '${part}' in '${path}' is not allowed in the context of an update`,
      );
    }
  }
};

const assertNoConflict = (modifications: readonly Modification[]): void => {
  const paths = modifications.map(({ path }) => path).sort();
  const seen = new Set<string>();
  for (const path of paths) {
    const parts = splitPath(path);
    for (let length = 1; length <= parts.length; length += 1) {
      const prefix = parts.slice(0, length).join('.');
      if (seen.has(prefix))
        throw new MongoError(40, `Updating the path '${path}' would create a conflict at '${prefix}'`);
    }
    seen.add(path);
  }
};

const assertFiltersUsed = (modifications: readonly Modification[], arrayFilters: ArrayFilters): void => {
  const used = new Set(modifications.flatMap(({ parts }) => parts));
  for (const name of arrayFilters.keys()) {
    if (!used.has(`$[${name}]`))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
  }
};

/** MongoDB makes new fields in this order: names as texts, positions as numbers. */
const comparePaths = (a: Path, b: Path): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [left, right] = [a[i] as string, b[i] as string];
    if (left === right) continue;
    if (/^\d+$/.test(left) && /^\d+$/.test(right)) return Number(left) - Number(right);
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
};

/**
 * The document after the update. The given document may be changed on the way and must not be used again.
 * @param isInsert whether the document is being made by an upsert
 */
export const applyUpdate = (update: Update, document: Document, filter: Filter, isInsert: boolean): Document => {
  const id = document['_id'];
  const result =
    update.kind === 'replacement' ? replaced(update.document, id) : modified(update, document, filter, isInsert);
  if (id !== undefined && !equalValues(result['_id'], id)) {
    throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return result;
};

const replaced = (replacement: Document, id: unknown): Document => {
  const { _id: given, ...rest } = replacement;
  const kept = given === undefined ? id : given;
  return kept === undefined ? rest : { _id: kept, ...rest };
};

const modified = (
  { modifications, arrayFilters }: Update & { kind: 'modifications' },
  document: Document,
  filter: Filter,
  isInsert: boolean,
): Document => {
  // What a rename moves is read before anything is changed.
  const moved = new Map(
    modifications.filter(({ from }) => from).map((one) => [one, lookUpRenamed(document, one.from as Path)]),
  );
  for (const modification of modifications) {
    if (modification.onInsertOnly && !isInsert) continue;
    if (modification.from) {
      const value = moved.get(modification);
      if (value !== undefined) changeAt(document, modification.parts, true, () => value);
      continue;
    }
    for (const path of concretePaths(modification.parts, { document, filter, arrayFilters })) {
      changeAt(document, path, modification.creates, modification.change);
    }
  }
  return document;
};

const lookUpRenamed = (document: Document, path: Path): unknown => {
  for (let i = 1; i < path.length; i += 1) {
    if (Array.isArray(lookUp(document, path.slice(0, i)))) {
      throw new MongoError(
        2,
        `The source field cannot be an array element, '${path.join('.')}' in doc has an array field called '${path[i - 1]}'`,
      );
    }
  }
  return lookUp(document, path);
};
