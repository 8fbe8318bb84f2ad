import type { FetchDataRewrite, FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { TypeTest } from '../plan/typeTest.ts';
import { isNode, type Node, own } from './node.ts';

/** What an agency is asked about: each different object once, and whom its answer is for. */
export interface Representations {
  /** The list as JSON. */
  readonly json: string;
  /** For each item of the list the objects that it stands for. */
  readonly owners: readonly (readonly Node[])[];
}

/** Writes what a fetch requires of an object as JSON; null when the object is not one to ask about. */
type Writer = (node: Node) => string | null;

/** One property of a representation, its name already written: `"id":`. */
type Property = (node: Node) => string | null;

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
    const owners: Node[][] = [];
    const places = new Map<string, Node[]>();
    let json = '';
    for (const node of nodes) {
      const representation = write(node);
      if (representation === null) continue;
      const known = places.get(representation);
      if (known) {
        known.push(node);
        continue;
      }
      const first = [node];
      places.set(representation, first);
      owners.push(first);
      json += json === '' ? representation : `,${representation}`;
    }
    return owners.length === 0 ? null : { json: `[${json}]`, owners };
  };
}

/** Compiles a selection once for each type of object that comes by. */
function writerOf(
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  isA: TypeTest,
  isEntity: boolean,
): Writer {
  const byType = new Map<unknown, Property[]>();
  return (node) => {
    const typename = own(node, '__typename');
    // A representation without a type could be resolved by no agency.
    if (isEntity && typeof typename !== 'string') return null;
    let properties = byType.get(typename);
    if (!properties) {
      properties = propertiesFor(typename, selections, rewrites, isA);
      // Types come from agencies: those that the supergraph does not know must not fill the memory.
      if (typename === undefined || isA.knows(typename)) byType.set(typename, properties);
    }
    if (isEntity && properties.length === 0) return null;
    let json = '';
    for (const property of properties) {
      const written = property(node);
      if (written === null) return null;
      json += json === '' ? written : `,${written}`;
    }
    return `{${json}}`;
  };
}

function propertiesFor(
  typename: unknown,
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  isA: TypeTest,
): Property[] {
  const fields = new Map<string, QueryPlanSelectionNode[]>();
  collect(typename, selections, isA, fields);
  if (fields.size === 0) return [];

  const constants = new Map<string, unknown>();
  const names = new Map<string, string>();
  const below = new Map<string, FetchDataRewrite[]>();
  for (const rewrite of rewrites) {
    const path = pathFor(typename, rewrite.path, isA);
    const [field, ...rest] = path ?? [];
    if (field === undefined) continue;
    if (rest.length > 0) below.set(field, [...(below.get(field) ?? []), { ...rewrite, path: rest }]);
    else if (rewrite.kind === 'ValueSetter') constants.set(field, rewrite.setValueTo);
    else names.set(field, rewrite.renameKeyTo);
  }

  const properties = [...fields]
    .filter(([field]) => !constants.has(field))
    .map(([field, children]) =>
      propertyOf(field, names.get(field) ?? field, writerOrNull(children, below.get(field) ?? [], isA)),
    );
  return [...[...constants].map(([field, value]): Property => constant(field, value)), ...properties];
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

function writerOrNull(
  children: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  isA: TypeTest,
): Writer | null {
  return children.length === 0 ? null : writerOf(children, rewrites, isA, false);
}

function propertyOf(field: string, name: string, write: Writer | null): Property {
  const opening = `${JSON.stringify(name)}:`;
  const text = write === null ? JSON.stringify : (value: unknown) => nested(value, write);
  return (node) => {
    const value = own(node, field);
    // What is not there was not asked for, or may not be null: then the object as a whole is not to be asked about.
    return value === undefined ? null : opening + text(value);
  };
}

function nested(value: unknown, write: Writer): string {
  if (Array.isArray(value)) return `[${value.map((item) => nested(item, write)).join(',')}]`;
  return isNode(value) ? (write(value) ?? 'null') : 'null';
}

function constant(field: string, value: unknown): Property {
  const text = `${JSON.stringify(field)}:${JSON.stringify(value)}`;
  return () => text;
}
