import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { type Node, own } from '../call/node.ts';
import { type Amount, amountWith, larger, largestAmount, plus, product } from './amount.ts';
import type { CostRules, FieldRule } from './costRules.ts';

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
}

/** A mutation costs this before its first field, as with other gateways of the federation. */
const mutationCost = 10;
/** The size of a list of which the graph says nothing; a test sees to it that there is none. */
const unknownSize = 100;

/** Lists that the field above them gave a size to. */
interface Sized {
  readonly fields: readonly string[];
  readonly size: Amount;
}

/**
 * Works out once what an operation costs, by the GraphQL cost specification as federation gateways read it: an object
 * weighs 1, a value 0, `@cost` says otherwise, and a list holds as many as its slicing argument asks for or `@listSize`
 * assumes. Fragments on several types are all counted, and so is what `@skip` leaves out: the cost is an upper bound.
 *
 * The time is that of the selections with every fragment written out, so the limit on those comes first; what the graph
 * does not have costs nothing and is left to validation.
 */
export function queryCost(operation: OperationDefinitionNode, document: DocumentNode, rules: CostRules): QueryCost {
  const counting = new Counting(operation, document, rules);
  const cost = plus(
    operation.operation === 'mutation' ? mutationCost : 0,
    counting.ofSelections(operation.selectionSet, rules.rootTypes[operation.operation], null),
  );
  return { costWith: (variables) => amountWith(cost, variables), lookups: counting.lookups() };
}

class Counting {
  private readonly operation: OperationDefinitionNode;
  private readonly rules: CostRules;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(operation: OperationDefinitionNode, document: DocumentNode, rules: CostRules) {
    this.operation = operation;
    this.rules = rules;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  ofSelections(selectionSet: SelectionSetNode | undefined, type: string, sized: Sized | null): Amount {
    return this.flat(selectionSet, type)
      .map(({ field, on }) => this.ofField(field, on, sized))
      .reduce(plus, 0);
  }

  lookups(): Lookup[] {
    const found = new Map<string, Lookup>();
    const root = this.rules.rootTypes[this.operation.operation];
    for (const { field, on } of this.flat(this.operation.selectionSet, root)) {
      const perHour = this.rules.field(on, field.name.value)?.perHour ?? null;
      if (perHour === null) continue;
      const coordinate = `${on}.${field.name.value}`;
      found.set(coordinate, { coordinate, perHour, times: (found.get(coordinate)?.times ?? 0) + 1 });
    }
    return [...found.values()];
  }

  /** The fields of a selection, those of its fragments included, with the types that they are asked on. */
  private flat(selectionSet: SelectionSetNode | undefined, type: string): { field: FieldNode; on: string }[] {
    return (selectionSet?.selections ?? []).flatMap((selection: SelectionNode) => {
      if (selection.kind === Kind.FIELD) return [{ field: selection, on: type }];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      return this.flat(fragment?.selectionSet, fragment?.typeCondition?.name.value ?? type);
    });
  }

  private ofField(field: FieldNode, type: string, sized: Sized | null): Amount {
    const rule = this.rules.field(type, field.name.value);
    if (!rule) return 0;
    const asked = this.sizeOf(field, rule);
    const below = { fields: rule.listSize?.sizedFields ?? [], size: asked };
    const one = plus(rule.weight, this.ofSelections(field.selectionSet, rule.type, below));
    const size = sized?.fields.includes(field.name.value) ? sized.size : asked;
    return plus(rule.isList ? product(size, one) : one, weightOfArguments(field, rule));
  }

  private sizeOf({ arguments: given = [] }: FieldNode, { listSize, arguments: parameters }: FieldRule): Amount {
    const otherwise = listSize?.assumedSize ?? unknownSize;
    const sizes = (listSize?.slicingArguments ?? []).map((name) => {
      const value = given.find((argument) => argument.name.value === name)?.value;
      return this.slice(value, asSize(parameters.get(name)?.fallback, otherwise));
    });
    return sizes.length === 0 ? otherwise : sizes.reduce(larger);
  }

  /** The size that an argument asks for. A variable is looked up with each request. */
  private slice(value: ValueNode | undefined, fallback: number): Amount {
    if (!value) return fallback;
    if (value.kind !== Kind.VARIABLE) return asSize(valueFromASTUntyped(value), fallback);
    const name = value.name.value;
    const definition = this.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    const written = definition?.defaultValue ? valueFromASTUntyped(definition.defaultValue) : undefined;
    return (variables) => {
      const sent = own(variables, name);
      return asSize(sent === undefined ? written : sent, fallback);
    };
  }
}

/** What cannot be a size is refused later, when the variables are read, or means that the fallback holds. */
function asSize(value: unknown, fallback: number): number {
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(0, value), largestAmount) : fallback;
}

function weightOfArguments({ arguments: given = [] }: FieldNode, rule: FieldRule): number {
  const weightOf = (argument: ArgumentNode) => rule.arguments.get(argument.name.value)?.weight ?? 0;
  return given.reduce((sum, argument) => sum + weightOf(argument), 0);
}
