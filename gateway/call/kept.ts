import type { FetchNode } from '@apollo/query-planner';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import { forAnother } from './merge.ts';
import { isNode, type Node, own } from './node.ts';
import type { Representations } from './representations.ts';

/** How many objects are kept; there are about 91,000 regions, and most people live in few of them. */
const mostKept = 20_000;

const mostQuestions = 1_000;

interface Kept {
  readonly entity: Node;
  readonly until: number;
}

/** How often an object was at hand, and how often its agency was asked; metrics read it. */
export interface KeptCounts {
  found: number;
  asked: number;
}

/**
 * Keeps objects that are the same for everybody and seldom change, such as the name of a region, for as long as their agency
 * says by `@cacheControl` (ADR 0039). One for each supergraph: what another one says is asked anew.
 */
export class KeptEntities {
  readonly counts: KeptCounts = { found: 0, asked: 0 };
  private readonly entities = new LruCache<Kept>(mostKept);
  private readonly schema: GraphQLSchema;
  private readonly maxAges: ReadonlyMap<string, number>;
  private readonly now: () => number;
  /** What is asked of objects, each by a number: those that are not used any more are forgotten with their answers. */
  private readonly numbers = new LruCache<number>(mostQuestions);
  private questions = 0;

  /**
   * @param maxAges `Type.field` -> seconds, of what everybody may see
   * @param now a clock that nobody moves, in milliseconds
   */
  constructor(
    schema: GraphQLSchema,
    maxAges: ReadonlyMap<string, number>,
    now: () => number = () => performance.now(),
  ) {
    this.schema = schema;
    this.maxAges = maxAges;
    this.now = now;
  }

  /** What can be kept of the answers to a fetch; null when its answers may differ from one request to the next. */
  of(fetch: Pick<FetchNode, 'operation' | 'requires' | 'variableUsages'>): KeptAnswers | null {
    if (this.maxAges.size === 0 || !fetch.requires || (fetch.variableUsages ?? []).length > 0) return null;
    const seconds = secondsKept(fetch.operation, this.schema, this.maxAges);
    if (seconds === null) return null;
    // Two clients that ask the same of an object call their operations differently.
    const asked = fetch.operation.replace(/^\s*query\s+\w+/, 'query');
    const number = this.numbers.get(asked, () => {
      this.questions += 1;
      return this.questions;
    });
    return new KeptAnswers(this, `${number} `, seconds * 1_000);
  }

  find(key: string): Node | null {
    const kept = this.entities.atHand(key);
    return kept && kept.until >= this.now() ? kept.entity : null;
  }

  keep(key: string, entity: Node, ms: number): void {
    this.entities.keep(key, { entity, until: this.now() + ms });
  }
}

/** The answers to one fetch, by what it is asked about. */
export class KeptAnswers {
  private readonly all: KeptEntities;
  private readonly prefix: string;
  private readonly ms: number;

  constructor(all: KeptEntities, prefix: string, ms: number) {
    this.all = all;
    this.prefix = prefix;
    this.ms = ms;
  }

  /**
   * Gives what is known of some objects to their owners.
   *
   * @returns what is left to be asked about; null for nothing
   */
  giveKnown(about: Representations, give: (owners: readonly Node[], entity: Node) => void): Representations | null {
    const found = about.texts.map((text) => this.all.find(this.prefix + text));
    const asked = about.texts.filter((_text, index) => found[index] === null);
    this.all.counts.found += found.length - asked.length;
    this.all.counts.asked += asked.length;
    if (asked.length === found.length) return about;
    for (const [index, entity] of found.entries()) {
      if (entity) give(about.owners[index] ?? [], ownOne(entity));
    }
    const owners = about.owners.filter((_one, index) => found[index] === null);
    return asked.length === 0 ? null : { json: `[${asked.join()}]`, owners, texts: asked };
  }

  /** Keeps what an agency answered without an error; what it does not know may be known soon, and is not kept. */
  keep(about: Representations, data: Node): void {
    const entities = own(data, '_entities');
    if (!Array.isArray(entities)) return;
    for (const [index, text] of about.texts.entries()) {
      const entity: unknown = entities[index];
      if (isNode(entity)) this.all.keep(this.prefix + text, ownOne(entity), this.ms);
    }
  }
}

/** An answer is rewritten and merged into what others say of the object: everybody gets one of their own. */
function ownOne(entity: Node): Node {
  return { ...forAnother(entity) };
}

/** The least time that any field of an operation about entities may be kept; null when some field may not be. */
function secondsKept(operation: string, schema: GraphQLSchema, maxAges: ReadonlyMap<string, number>): number | null {
  const [definition] = parse(operation).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return null;
  const [entities] = definition.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD) return null;
  const ages: number[] = [];

  const areKept = (selections: readonly SelectionNode[], type: GraphQLNamedType | undefined): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      const below = selection.selectionSet?.selections ?? [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return areKept(below, selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type);
      }
      if (selection.name.value === '__typename') return true;
      if (!isObjectType(type)) return false;
      const age = maxAges.get(`${type.name}.${selection.name.value}`);
      const field = type.getFields()[selection.name.value];
      if (age === undefined || !field) return false;
      ages.push(age);
      return areKept(below, getNamedType(field.type));
    });
  return areKept(entities.selectionSet?.selections ?? [], undefined) && ages.length > 0 ? Math.min(...ages) : null;
}
