import type { FetchDataRewrite, FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { TypeTest } from '../plan/typeTest.ts';
import { isNode, type Node, own } from './node.ts';

/** What an agency is asked about: each different object once, and whom its answer is for. */
export interface Representations {
  /** The list as JSON. */
  readonly json: string;
  /** The items of the list, each as JSON. */
  readonly texts: readonly string[];
  /** For each item of the list the objects that it stands for. */
  readonly owners: readonly (readonly Node[])[];
}

/** Writes what a fetch requires of an object as JSON; null when the object is not one to ask about. */
type Writer = (node: Node) => string | null;

/** One property of a representation, its name already written: `"id":`. */
type Property = (value: unknown) => string;

/**
 * Makes the function that describes objects to the agency of one fetch, as its `requires` says. Objects that read the
 * same are asked about once.
 *
 * @param isA tells whether a type is, or belongs to, another one in the supergraph
 * @returns null when no object is one to ask about
 */
export function representationsOf(
  fetch: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isA: TypeTest,
): (nodes: readonly Node[]) => Representations | null {
  const write = writerOf(fetch.requires ?? [], fetch.inputRewrites ?? [], isA, true);
  return (nodes) => {
    const places = new Map<string, Node[]>();
    for (const node of nodes) {
      const representation = write(node);
      if (representation === null) continue;
      const known = places.get(representation);
      if (known) known.push(node);
      else places.set(representation, [node]);
    }
    if (places.size === 0) return null;
    const texts = [...places.keys()];
    return { json: `[${texts.join()}]`, texts, owners: [...places.values()] };
  };
}

/** What is written of the objects of one type. */
interface Description {
  readonly constants: string;
  readonly properties: readonly { readonly field: string; readonly written: Property }[];
  /**
   * The fields that belong together: one set for each fragment of `requires`. A set of which a field is not there is
   * left out: the others can still be answered.
   */
  readonly sets: readonly (readonly string[])[];
}

/** Compiles a selection once for each type of object that comes by. */
function writerOf(
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  isA: TypeTest,
  isEntity: boolean,
): Writer {
  const byType = new Map<unknown, Description>();
  return (node) => {
    const typename = own(node, '__typename');
    // A representation without a type could be resolved by no agency.
    if (isEntity && typeof typename !== 'string') return null;
    let description = byType.get(typename);
    if (!description) {
      description = describe(typename, selections, rewrites, isA);
      // Types come from agencies: those that the supergraph does not know must not fill the memory.
      if (typename === undefined || isA.knows(typename)) byType.set(typename, description);
    }
    return write(node, description);
  };
}

function write(node: Node, { constants, properties, sets }: Description): string | null {
  const whole = wholeSets(node, sets);
  if (whole.length === 0) return null;
  let json = constants;
  for (const { field, written } of properties) {
    if (whole.length < sets.length && !whole.some((fields) => fields.includes(field))) continue;
    json += `${json === '' ? '' : ','}${written(own(node, field))}`;
  }
  return `{${json}}`;
}

/** The sets of which every field is there: all of them, most often, and then no new list is made. */
function wholeSets(node: Node, sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  for (const fields of sets) {
    if (!hasAll(node, fields)) return sets.filter((some) => hasAll(node, some));
  }
  return sets;
}

function hasAll(node: Node, fields: readonly string[]): boolean {
  for (const field of fields) if (own(node, field) === undefined) return false;
  return true;
}

function describe(
  typename: unknown,
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  isA: TypeTest,
): Description {
  const sets = selections.map((selection) => {
    const fields = new Map<string, QueryPlanSelectionNode[]>();
    collect(typename, [selection], isA, fields);
    return fields;
  });
  const fields = new Map<string, QueryPlanSelectionNode[]>();
  collect(typename, selections, isA, fields);

  const constants = new Map<string, unknown>();
  const names = new Map<string, string>();
  const below = new Map<string, FetchDataRewrite[]>();
  for (const rewrite of rewrites) {
    const [field, ...rest] = pathFor(typename, rewrite.path, isA) ?? [];
    if (field === undefined) continue;
    if (rest.length > 0) below.set(field, [...(below.get(field) ?? []), { ...rewrite, path: rest }]);
    else if (rewrite.kind === 'ValueSetter') constants.set(field, rewrite.setValueTo);
    else names.set(field, rewrite.renameKeyTo);
  }

  const properties = [...fields]
    .filter(([field]) => !constants.has(field))
    .map(([field, children]) => {
      const writeChild = children.length === 0 ? null : writerOf(children, below.get(field) ?? [], isA, false);
      return { field, written: propertyOf(names.get(field) ?? field, writeChild) };
    });
  return {
    constants: [...constants].map(([field, value]) => `${JSON.stringify(field)}:${JSON.stringify(value)}`).join(),
    properties,
    sets: distinctSets(sets.map((set) => [...set.keys()]).filter(saysMoreThanItsType)),
  };
}

/** Of an object of which only the type is known nobody can say more. */
function saysMoreThanItsType(fields: readonly string[]): boolean {
  return fields.some((field) => field !== '__typename');
}

function distinctSets(sets: readonly string[][]): string[][] {
  return [...new Map(sets.map((set) => [[...set].sort().join(), set])).values()];
}

/** The steps of a rewrite below the type conditions at its head; null when one of them does not hold. */
function pathFor(typename: unknown, path: readonly string[], isA: TypeTest): string[] | null {
  const steps = [...path];
  while (steps[0]?.startsWith('... on ')) {
    const condition = String(steps.shift()).slice('... on '.length);
    if (typename !== undefined && !isA(typename, condition)) return null;
  }
  return steps;
}

function collect(
  typename: unknown,
  selections: readonly QueryPlanSelectionNode[],
  isA: TypeTest,
  fields: Map<string, QueryPlanSelectionNode[]>,
): void {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      fields.set(name, [...(fields.get(name) ?? []), ...(selection.selections ?? [])]);
    } else if (selection.typeCondition === undefined || isA(typename, selection.typeCondition)) {
      collect(typename, selection.selections, isA, fields);
    }
  }
}

function propertyOf(name: string, writeChild: Writer | null): Property {
  const opening = `${JSON.stringify(name)}:`;
  if (writeChild === null) return (value) => opening + JSON.stringify(value);
  return (value) => opening + nested(value, writeChild);
}

function nested(value: unknown, writeChild: Writer): string {
  if (Array.isArray(value)) return `[${value.map((item) => nested(item, writeChild)).join(',')}]`;
  return isNode(value) ? (writeChild(value) ?? 'null') : 'null';
}
