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
import { own } from '../call/node.ts';
import { type Amount, larger, largestAmount } from './amount.ts';
import type { CostRules, FieldRule } from './costRules.ts';

/** The size of a list of which the graph says nothing; a test sees to it that there is none. */
const unknownSize = 100;

/** Lists that the field above them gave a size to. */
export interface Sized {
  readonly fields: readonly string[];
  readonly size: Amount;
}

/** A field, and the type that it is asked on. */
export interface AskedField {
  readonly field: FieldNode;
  readonly on: string;
}

/** What a field adds to the cost: it holds so many objects that weigh so much each, and its arguments weigh once. */
export interface FieldWeight {
  /** 1 for what is no list. */
  readonly times: Amount;
  readonly each: number;
  readonly once: number;
  /** The type that it leads to, and the sizes that it gives to the lists below it. */
  readonly type: string;
  readonly below: Sized;
}

/** Weighs the fields of one operation by the rules of a graph. */
export class FieldWeights {
  private readonly operation: OperationDefinitionNode;
  private readonly rules: CostRules;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(operation: OperationDefinitionNode, document: DocumentNode, rules: CostRules) {
    this.operation = operation;
    this.rules = rules;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** The fields of a selection, those of its fragments included, with the types that they are asked on. */
  flat(selectionSet: SelectionSetNode | undefined, type: string): AskedField[] {
    return (selectionSet?.selections ?? []).flatMap((selection: SelectionNode) => {
      if (selection.kind === Kind.FIELD) return [{ field: selection, on: type }];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      return this.flat(fragment?.selectionSet, fragment?.typeCondition?.name.value ?? type);
    });
  }

  /** What a field adds; null for what the graph does not have, or what costs nothing. */
  of({ field, on }: AskedField, sized: Sized | null): FieldWeight | null {
    const rule = this.rules.field(on, field.name.value);
    if (!rule) return null;
    const asked = this.sizeOf(field, rule);
    const size = sized?.fields.includes(field.name.value) ? sized.size : asked;
    return {
      times: rule.isList ? size : 1,
      each: rule.weight,
      once: weightOfArguments(field, rule),
      type: rule.type,
      below: { fields: rule.listSize?.sizedFields ?? [], size: asked },
    };
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
