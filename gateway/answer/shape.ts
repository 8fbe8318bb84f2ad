import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type Refusal, selectionsBelow, type Withholding } from '../access/withholding.ts';
import { isInherited, isNode, type Node, own, setOwn } from '../call/node.ts';
import type { PrivateNames } from '../plan/privateNames.ts';
import { collectFields, type Selecting } from './collectFields.ts';
import { completeLeaf, noValue } from './leaves.ts';
import type { Trace } from './trace.ts';

export interface Shaping extends Selecting {
  readonly schema: GraphQLSchema;
  readonly names: PrivateNames;
  /** What the caller may not see; null when that is nothing. */
  readonly withholding: Withholding | null;
}

/** Gives a value the form that the client asked for; `broken` when null is all that is left and may not stand here. */
type Complete = (value: unknown, trace: Trace) => unknown;

/** Writes one field of the answer from the joined data. */
interface FieldShape {
  readonly key: string;
  readonly from: string;
  readonly complete: Complete;
  /** Neither name is one that every object has: they are read and written as they are. */
  readonly isPlain: boolean;
}

const broken: unknown = Symbol('null, where a field may not be null');

/**
 * Compiles the shaping of an operation's answer: fields in the order of the selection, under the client's names, values
 * and nulls as graphql-js completes them.
 *
 * @returns a function from the joined data (and, for introspection, what the schema says of itself) to the answer
 */
export function compileShape(
  selectionSet: SelectionSetNode,
  rootType: GraphQLCompositeType,
  shaping: Shaping,
): (data: Node, introspected: Node, trace: Trace) => Node | null {
  const fields = fieldShapes([selectionSet], rootType, shaping);
  const meta = new Set(introspectionKeys(selectionSet, rootType.name, shaping));
  return (data, introspected, trace) => {
    const answer: Node = {};
    for (const field of fields) {
      const value = meta.has(field.key) ? own(introspected, field.key) : shapeField(field, data, trace);
      if (value === broken) return null;
      write(answer, field, value ?? null);
    }
    return answer;
  };
}

/** The root fields that ask about the schema itself: `__schema` and `__type`. */
export function introspectionKeys(selectionSet: SelectionSetNode, rootType: string, selecting: Selecting): string[] {
  const fields = [...collectFields([selectionSet], rootType, selecting)];
  return fields.filter(([, [field]]) => field && isMeta(field)).map(([key]) => key);
}

function isMeta({ name }: FieldNode): boolean {
  return name.value === SchemaMetaFieldDef.name || name.value === TypeMetaFieldDef.name;
}

function shapeField(field: FieldShape, node: Node, trace: Trace): unknown {
  const told = field.isPlain ? node[field.from] : own(node, field.from);
  if (!trace.way) return field.complete(told, trace);
  trace.way.push({ node, key: field.from });
  const value = field.complete(told, trace);
  trace.way.pop();
  return value;
}

function write(answer: Node, { key, isPlain }: FieldShape, value: unknown): void {
  if (isPlain) answer[key] = value;
  else setOwn(answer, key, value);
}

function fieldShapes(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  shaping: Shaping,
): FieldShape[] {
  return [...collectFields(selectionSets, type.name, shaping)].flatMap(([key, nodes]) => {
    const [first] = nodes;
    if (!first) return [];
    const from = shaping.names.keyOf(first);
    const isPlain = !isInherited(key) && !isInherited(from);
    return [{ key, from, isPlain, complete: completeField(first, nodes, type, shaping) }];
  });
}

function completeField(
  first: FieldNode,
  nodes: readonly FieldNode[],
  type: GraphQLCompositeType,
  shaping: Shaping,
): Complete {
  if (first.name.value === '__typename') return completeTypename(type);
  if (isMeta(first)) return (value) => value;
  const definition = 'getFields' in type ? type.getFields()[first.name.value] : undefined;
  if (!definition) throw new Error(`The client schema has no field ${type.name}.${first.name.value}.`);
  const withheld = shaping.withholding?.ofField(nodes, type);
  if (withheld && withheld.fate !== 'ASKED') {
    return withhold(withheld.refusals, withheld.fate === 'BROKEN' ? broken : null);
  }
  return completion(definition.type, selectionsBelow(nodes), shaping);
}

/** Lets null stand for what the caller may not see, whatever the agencies say. */
function withhold(refusals: readonly Refusal[], instead: unknown): Complete {
  return (_value, trace) => {
    trace.withhold(refusals);
    return instead;
  };
}

/** The type is known from the object's own completion; an interface's name is no answer to `__typename`. */
function completeTypename(type: GraphQLCompositeType): Complete {
  const isConcrete = isObjectType(type);
  return (value, trace) => {
    if (isConcrete) return type.name;
    trace.report('INVALID', value);
    return broken;
  };
}

function completion(type: GraphQLOutputType, below: readonly SelectionSetNode[], shaping: Shaping): Complete {
  const complete = completeNullable(getNullableType(type), below, shaping);
  if (!isNonNullType(type)) {
    return (value, trace) => {
      if (value === undefined || value === null) return null;
      const completed = complete(value, trace);
      return completed === broken ? null : completed;
    };
  }
  return (value, trace) => {
    if (value !== undefined && value !== null) return complete(value, trace);
    trace.report('NULL', value);
    return broken;
  };
}

/** Completes a value that is not null. */
function completeNullable(type: GraphQLOutputType, below: readonly SelectionSetNode[], shaping: Shaping): Complete {
  if (isListType(type)) return completeList(completion(type.ofType, below, shaping));
  if (isLeafType(type)) {
    const complete = completeLeaf(type);
    return (value, trace) => {
      const completed = complete(value);
      if (completed !== noValue) return completed;
      trace.report('INVALID', value);
      return broken;
    };
  }
  return isAbstractType(type) ? completeAbstract(type, below, shaping) : completeObject(type, below, shaping);
}

function completeList(completeItem: Complete): Complete {
  return (value, trace) => {
    if (!Array.isArray(value)) {
      trace.report('INVALID', value);
      return broken;
    }
    let isBroken = false;
    const items = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      trace.way?.push(index);
      const item = completeItem(value[index], trace);
      trace.way?.pop();
      if (item === broken) isBroken = true;
      items[index] = item;
    }
    return isBroken ? broken : items;
  };
}

function completeObject(type: GraphQLOutputType, below: readonly SelectionSetNode[], shaping: Shaping): Complete {
  if (!isObjectType(type) && !isInterfaceType(type) && !isAbstractType(type)) throw new Error(`${type} has no fields.`);
  const withheld = shaping.withholding?.ofObject(below, type);
  if (withheld?.isNull) return withhold(withheld.refusals, broken);
  const fields = fieldShapes(below, type, shaping);
  return (value, trace) => {
    if (!isNode(value)) {
      trace.report('INVALID', value);
      return broken;
    }
    const answer: Node = {};
    for (const field of fields) {
      const completed = shapeField(field, value, trace);
      if (completed === broken) return broken;
      write(answer, field, completed);
    }
    return answer;
  };
}

/**
 * An object of an interface or union has the fields of its own type. An agency with an interface object does not say
 * which type that is: then only what is asked of all types alike can be answered.
 */
function completeAbstract(type: GraphQLCompositeType, below: readonly SelectionSetNode[], shaping: Shaping): Complete {
  const { schema, isA } = shaping;
  const byType = new Map<string, Complete>();
  return (value, trace) => {
    const told = isNode(value) ? own(value, '__typename') : undefined;
    const typename = told === undefined ? type.name : told;
    if (typeof typename !== 'string' || !isA(typename, type.name)) {
      trace.report('INVALID', value);
      return broken;
    }
    let complete = byType.get(typename);
    if (!complete) {
      const actual = schema.getType(typename) as GraphQLCompositeType;
      complete = isAlikeForAll(actual, below, shaping) ? completeObject(actual, below, shaping) : completeUnknown;
      byType.set(typename, complete);
    }
    return complete(value, trace);
  };
}

function isAlikeForAll(type: GraphQLCompositeType, below: readonly SelectionSetNode[], shaping: Shaping): boolean {
  if (!isAbstractType(type)) return true;
  const keysOf = (name: string) => [...collectFields(below, name, shaping).keys()].join();
  const keys = keysOf(type.name);
  return shaping.schema.getPossibleTypes(type).every(({ name }) => keysOf(name) === keys);
}

const completeUnknown: Complete = (value, trace) => {
  trace.report('INVALID', value);
  return broken;
};
