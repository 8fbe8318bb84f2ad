import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Selecting } from '../answer/collectFields.ts';
import type { Permissions, RefusalReason } from './permissions.ts';

/** Something that an operation asks for and its caller may not see. */
export interface Refusal {
  /** `Type.field`, or the `Type` of an object that may not be seen at all. */
  readonly coordinate: string;
  readonly reason: RefusalReason;
  /** Where it lies below the place that is null because of it: response keys, `@` for each item of a list. */
  readonly below: readonly string[];
}

/** What becomes of a field: asked for, null, or null where it may not be, which takes the object round it along. */
export type Fate = 'ASKED' | 'NULL' | 'BROKEN';

/** What is withheld of an object: all of it, or something below. */
interface Withheld {
  readonly isNull: boolean;
  readonly refusals: readonly Refusal[];
}

const nothing: Withheld = { isNull: false, refusals: [] };

/**
 * What of one operation its callers may not see, and how far the nulls in its place reach, all found before anything is
 * asked. A list that can hold no item counts as null without a look whether it has any.
 */
export class Withholding {
  private readonly permissions: Permissions;
  private readonly selecting: Selecting & { readonly schema: GraphQLSchema };
  private readonly known = new Map<string, Withheld>();
  private readonly numbers = new Map<SelectionSetNode, number>();

  constructor(permissions: Permissions, selecting: Selecting & { readonly schema: GraphQLSchema }) {
    this.permissions = permissions;
    this.selecting = selecting;
  }

  /** Of an object that is known to be of this type. An interface here means that nothing more is known of it. */
  ofObject(below: readonly SelectionSetNode[], type: GraphQLCompositeType): Withheld {
    const inUnknown = isAbstractType(type) ? this.ofEach(below, type).find(({ isNull }) => isNull) : undefined;
    if (inUnknown) return inUnknown;
    return this.once(`object ${type.name}`, below, () => {
      if (this.permissions.refusesType(type)) return { isNull: true, refusals: [this.refusal(type.name)] };
      const refusals: Refusal[] = [];
      let isNull = false;
      for (const [key, nodes] of collectFields(below, type.name, this.selecting)) {
        const { fate, refusals: found } = this.ofField(nodes, type);
        isNull ||= fate === 'BROKEN';
        refusals.push(...found.map((one) => ({ ...one, below: [key, ...one.below] })));
      }
      return { isNull, refusals };
    });
  }

  /** Of whatever object stands where this type is promised: null only if each of its types would be. */
  ofAny(below: readonly SelectionSetNode[], type: GraphQLCompositeType): Withheld {
    if (!isAbstractType(type)) return this.ofObject(below, type);
    return this.once(`any ${type.name}`, below, () => {
      const each = this.ofEach(below, type);
      const refusals = new Map(each.flatMap((one) => one.refusals).map((one) => [one.below.join('.'), one]));
      return { isNull: each.length > 0 && each.every(({ isNull }) => isNull), refusals: [...refusals.values()] };
    });
  }

  /** Of the field of an object, selected in one or several places. `below` starts at the field. */
  ofField(
    [first, ...others]: readonly FieldNode[],
    type: GraphQLCompositeType,
  ): { fate: Fate } & Omit<Withheld, 'isNull'> {
    const asked = { fate: 'ASKED', refusals: [] } as const;
    const field = first && !isUnionType(type) ? type.getFields()[first.name.value] : undefined;
    if (!first || !field) return asked;
    if (this.permissions.refusesField(type.name, field.name)) {
      const fate = isNonNullType(field.type) ? 'BROKEN' : 'NULL';
      return { fate, refusals: [this.refusal(`${type.name}.${field.name}`)] };
    }
    const leadsTo = getNamedType(field.type);
    if (!isCompositeType(leadsTo)) return asked;
    const { isNull, refusals } = this.ofAny(selectionsBelow([first, ...others]), leadsTo);
    const items = '@'.repeat(listsIn(field.type)).split('');
    return {
      fate: isNull ? fateOfNull(field.type) : 'ASKED',
      refusals: refusals.map((one) => ({ ...one, below: [...items, ...one.below] })),
    };
  }

  private ofEach(below: readonly SelectionSetNode[], type: GraphQLCompositeType): Withheld[] {
    const { schema } = this.selecting;
    return isAbstractType(type) ? schema.getPossibleTypes(type).map((one) => this.ofObject(below, one)) : [];
  }

  private refusal(coordinate: string): Refusal {
    return { coordinate, reason: this.permissions.reason, below: [] };
  }

  /** The same selections on the same type are looked at once, however many ways lead there. */
  private once(what: string, below: readonly SelectionSetNode[], find: () => Withheld): Withheld {
    const numbers = below.map((selectionSet) => {
      const number = this.numbers.get(selectionSet) ?? this.numbers.size;
      this.numbers.set(selectionSet, number);
      return number;
    });
    const key = `${what} ${numbers.join()}`;
    const found = this.known.get(key) ?? find();
    this.known.set(key, found.refusals.length === 0 ? nothing : found);
    return found;
  }
}

/** All that a field selected in several places asks of what it leads to. */
export function selectionsBelow(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** What becomes of a field of this type when every object in it is null. */
function fateOfNull(type: GraphQLOutputType): Fate {
  if (isNonNullType(type)) {
    const fate = fateOfNull(type.ofType);
    return fate === 'NULL' ? 'BROKEN' : fate;
  }
  if (!isListType(type)) return 'NULL';
  // A list may hold nulls, or is null as a whole.
  return fateOfNull(type.ofType) === 'BROKEN' ? 'NULL' : 'ASKED';
}

function listsIn(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? 1 + listsIn(type.ofType) : 0;
}
