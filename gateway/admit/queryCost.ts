import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { Node } from '../call/node.ts';
import { type Amount, amountWith, plus, product } from './amount.ts';
import type { CostRules } from './costRules.ts';
import { type AskedField, FieldWeights, type Sized } from './fieldWeights.ts';
import { type LookedUp, lookedUp } from './lookedUp.ts';

/** What an operation may cost before it is known what it finds. */
export interface QueryCost {
  /** Objects that the answer may hold, weighed by `@cost`. */
  readonly costWith: (variables: Node) => number;
  /** What it looks up at its root, and how often: every alias counts. */
  readonly lookups: readonly Lookup[];
}

export interface Lookup {
  /** `Query.field` */
  readonly coordinate: string;
  readonly times: number;
  readonly perHour: number;
  /** Where the same may be looked up less often than that: how often, and who or what each alias looks up. */
  readonly perObject?: { readonly perHour: number; readonly objects: readonly LookedUp[] } | undefined;
}

/** A mutation costs this before its first field, as with other gateways of the federation. */
const mutationCost = 10;

/**
 * Works out once what an operation costs, by the GraphQL cost specification as federation gateways read it: an object
 * weighs 1, a value 0, `@cost` says otherwise, and a list holds as many as its slicing argument asks for or `@listSize`
 * assumes. Fragments on several types are all counted, and so is what `@skip` leaves out: the cost is an upper bound.
 *
 * The time is that of the selections with every fragment written out, so the limit on those comes first; what the graph
 * does not have costs nothing and is left to validation.
 */
export function queryCost(operation: OperationDefinitionNode, document: DocumentNode, rules: CostRules): QueryCost {
  const weights = new FieldWeights(operation, document, rules);
  const root = rules.rootTypes[operation.operation];
  const cost = plus(
    operation.operation === 'mutation' ? mutationCost : 0,
    ofSelections(weights, operation.selectionSet, root, null),
  );
  return {
    costWith: (variables) => amountWith(cost, variables),
    lookups: lookupsIn(weights.flat(operation.selectionSet, root), operation, rules),
  };
}

function ofSelections(
  weights: FieldWeights,
  selectionSet: SelectionSetNode | undefined,
  type: string,
  sized: Sized | null,
): Amount {
  return weights
    .flat(selectionSet, type)
    .map((asked) => ofField(weights, asked, sized))
    .reduce(plus, 0);
}

function ofField(weights: FieldWeights, asked: AskedField, sized: Sized | null): Amount {
  const weight = weights.of(asked, sized);
  if (!weight) return 0;
  const { times, each, once, type, below } = weight;
  const one = plus(each, ofSelections(weights, asked.field.selectionSet, type, below));
  return plus(product(times, one), once);
}

function lookupsIn(
  rootFields: readonly AskedField[],
  operation: OperationDefinitionNode,
  rules: CostRules,
): readonly Lookup[] {
  const found = new Map<string, Lookup>();
  for (const { field, on } of rootFields) {
    const { perHour = null, perObject = null } = rules.field(on, field.name.value) ?? {};
    if (perHour === null) continue;
    const coordinate = `${on}.${field.name.value}`;
    const before = found.get(coordinate);
    const objects = perObject && [...(before?.perObject?.objects ?? []), lookedUp(field, perObject.by, operation)];
    found.set(coordinate, {
      coordinate,
      perHour,
      times: (before?.times ?? 0) + 1,
      perObject: perObject && objects ? { perHour: perObject.perHour, objects } : undefined,
    });
  }
  return [...found.values()];
}
