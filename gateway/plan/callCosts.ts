import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { amountWith } from '../admit/amount.ts';
import type { CostRules } from '../admit/costRules.ts';
import { type AskedField, FieldWeights, type Sized } from '../admit/fieldWeights.ts';
import type { Node } from '../call/node.ts';
import type { WeighedOperation } from '../context.ts';
import { clientsName } from './privateNames.ts';

/** What a call is of the cost of its operation. */
export interface CallCost {
  /** Of what the client asked for. What several calls answer counts with the first, so that nothing counts twice. */
  readonly cost: number;
  /** Of all else that it asks for: keys, what `@requires` needs, and what an earlier call answers too. */
  readonly besides: number;
}

/** A fetch of the plan: what it asks, and where in the answer that goes, under the client's names. */
export interface CostedFetch {
  readonly operation: string;
  readonly ofEntities: boolean;
  readonly path: string;
  /** Names that the planner gave, with the ones they stand for. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Where fields stand: under which path, on which type, and how many objects there may be. */
interface Place {
  readonly path: string;
  readonly type: string;
  readonly objects: number;
  readonly sized: Sized | null;
}

/** One field of an operation: its own part of the cost, without what is below it. */
interface FieldCost {
  readonly path: string;
  readonly name: string;
  readonly on: string;
  readonly cost: number;
  /** What it leads to; null for a value. */
  readonly below: Place | null;
}

/**
 * Shares the cost of an operation out to the fetches of its plan, in the order in which they are given.
 *
 * Each field that the client asked for has its own part of the cost; a fetch that asks for it, at the same path and on a
 * type that can be the same, takes that part. What no fetch takes is left to the operation: what each change costs by
 * itself, what `@skip` left out, what is withheld from the caller, and introspection.
 */
export function callCosts(
  fetches: readonly CostedFetch[],
  { operation, document, variables, rules }: WeighedOperation,
) {
  const reading = { weights: new FieldWeights(operation, document, rules), variables, keyOf: asItIs };
  const root: Place = { path: '', type: rules.rootTypes[operation.operation], objects: 1, sized: null };
  const open = new Map<string, FieldCost[]>();
  const places = new Map<string, Place>([['', root]]);
  const see = ({ below }: FieldCost) => {
    if (below && (places.get(below.path)?.objects ?? -1) < below.objects) places.set(below.path, below);
  };
  for (const field of fieldCosts(reading, operation.selectionSet, root)) {
    open.set(field.path, [...(open.get(field.path) ?? []), field]);
    see(field);
  }

  const take = ({ path, name, on }: FieldCost): FieldCost[] => {
    const here = open.get(path) ?? [];
    const isTaken = (field: FieldCost) => field.name === name && rules.overlap(field.on, on);
    open.set(
      path,
      here.filter((field) => !isTaken(field)),
    );
    return here.filter(isTaken);
  };
  return fetches.map((fetch): CallCost => {
    let [cost, besides] = [0, 0];
    for (const field of fieldsOf(fetch, places.get(pathOf(fetch.path)) ?? root, variables, rules)) {
      const taken = take(field);
      cost += sumOf(taken);
      if (taken.length === 0) besides += field.cost;
      see(field);
    }
    return { cost, besides };
  });
}

/** How the fields of one operation are read: by which rules, with which variables, under which names. */
interface Reading {
  readonly weights: FieldWeights;
  readonly variables: Node;
  readonly keyOf: (key: string) => string;
}

const asItIs = (key: string) => key;

/** The fields that a fetch asks for, each with its cost where it stands in the whole answer. */
function fieldsOf({ operation, ofEntities, renamed }: CostedFetch, place: Place, variables: Node, rules: CostRules) {
  const document = parse(operation, { noLocation: true });
  const definition = document.definitions.find(
    (candidate): candidate is OperationDefinitionNode => candidate.kind === Kind.OPERATION_DEFINITION,
  );
  if (!definition) return [];
  const weights = new FieldWeights(definition, document, rules);
  const keyOf = (key: string) => clientsName(renamed.get(key) ?? key);
  const [first] = definition.selectionSet.selections;
  const entities = ofEntities && first?.kind === Kind.FIELD ? first.selectionSet : undefined;
  return fieldCosts({ weights, variables, keyOf }, entities ?? definition.selectionSet, place);
}

/** All fields of a selection with their own costs, from the top down. */
function fieldCosts(reading: Reading, selectionSet: SelectionSetNode | undefined, place: Place): FieldCost[] {
  return reading.weights.flat(selectionSet, place.type).flatMap((asked) => {
    const field = fieldCost(reading, asked, place);
    if (!field) return [];
    return [field, ...(field.below ? fieldCosts(reading, asked.field.selectionSet, field.below) : [])];
  });
}

function fieldCost({ weights, variables, keyOf }: Reading, asked: AskedField, place: Place): FieldCost | null {
  const weight = weights.of(asked, place.sized);
  if (!weight) return null;
  const { name, alias, selectionSet } = asked.field;
  const path = [place.path, keyOf((alias ?? name).value)].filter((part) => part !== '').join('.');
  const times = amountWith(weight.times, variables);
  return {
    path,
    name: name.value,
    on: asked.on,
    cost: place.objects * (times * weight.each + weight.once),
    below: selectionSet ? { path, type: weight.type, objects: place.objects * times, sized: weight.below } : null,
  };
}

/** The path of objects, without the marks of lists. */
function pathOf(path: string): string {
  return path
    .split('.')
    .filter((part) => part !== '' && part !== '@')
    .join('.');
}

function sumOf(fields: readonly FieldCost[]): number {
  return fields.reduce((sum, { cost }) => sum + cost, 0);
}
