import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import { isNode, type Node } from '../call/node.ts';
import type { GatewayContext } from '../context.ts';
import { assertShallow } from './assertShallow.ts';
import type { CallerRates } from './callerRates.ts';
import type { CostRules } from './costRules.ts';
import type { QueryLimits } from './limits.ts';
import { type QueryCost, queryCost } from './queryCost.ts';
import { assertWithinLimits } from './queryLimits.ts';
import { tooMuch } from './refuse.ts';
import { scanText } from './scanText.ts';

/** How many documents that clients wrote are remembered as admitted. */
const mostRemembered = 200;

/** A document that was read before, with its text. */
export interface WrittenDocument {
  readonly document: DocumentNode;
  readonly text: string;
}

/**
 * Decides what operations are let in, before they are validated and planned, and before the lanes part: a document by
 * its form, an operation by its cost and by how often its caller looked up the same.
 */
export class Admission {
  private readonly limits: QueryLimits;
  private readonly rates: CallerRates;
  private readonly read = new LruCache<DocumentNode | null>(mostRemembered);
  private readonly withinLimits = new WeakSet<DocumentNode>();
  private readonly assertRoomForReading: () => void;
  private rules: CostRules;
  private costs = new WeakMap<OperationDefinitionNode, QueryCost>();

  constructor(limits: QueryLimits, rates: CallerRates, rules: CostRules, assertRoomForReading: () => void = () => {}) {
    this.assertRoomForReading = assertRoomForReading;
    this.limits = limits;
    this.rates = rates;
    this.rules = rules;
  }

  /** Goes by another graph from now on. */
  useRules(rules: CostRules): void {
    this.rules = rules;
    this.costs = new WeakMap();
  }

  /**
   * Admits what a request asks for, or says why not. What is no operation at all is left to Apollo Server, which words
   * that for clients.
   *
   * @param known the document, when it is one of our own clients' and was read before
   * @throws one of the codes that end in `_LIMIT`; OVERLOADED for what only reads, when the process is nearly full
   */
  async admit(body: unknown, known: WrittenDocument | undefined, context: GatewayContext): Promise<void> {
    assertShallow(body, this.limits.variablesDepth);
    if (!isNode(body)) return;
    const document = known ? this.knownDocument(known) : this.documentOf(body.query);
    if (!document) return;
    const operation = getOperationAST(document, typeof body.operationName === 'string' ? body.operationName : null);
    if (!operation) return;
    if (operation.operation === 'query') this.assertRoomForReading();
    const { rules } = this;
    const lookups = this.weigh(operation, document, body, context);
    if (lookups.length > 0) await this.rates.countLookups(context.caller, lookups, variablesOf(body));
    // Another graph may have taken over while the look-ups were counted: it is the one that will answer.
    if (this.rules !== rules) this.weigh(operation, document, body, context);
  }

  /** Holds an operation against the limit of cost. @returns what it looks up @throws COST_LIMIT */
  private weigh(operation: OperationDefinitionNode, document: DocumentNode, body: Node, context: GatewayContext) {
    const { costWith, lookups } = this.costOf(operation, document);
    const variables = variablesOf(body);
    const cost = costWith(variables);
    context.trail.cost = { value: cost, limit: this.limits.cost };
    if (context.explain) context.trail.weighed = { operation, document, variables, rules: this.rules };
    if (cost > this.limits.cost) {
      const where = `${operation.operation} ${operation.name?.value ?? 'without a name'}`;
      throw tooMuch({ code: 'COST_LIMIT', what: 'objects by cost', limit: this.limits.cost, value: cost, where });
    }
    return lookups;
  }

  /** Holds a document of our own clients against the limits of form; what is within them is not looked at again. */
  knownDocument({ document, text }: WrittenDocument): DocumentNode {
    if (this.withinLimits.has(document)) return document;
    scanText(text, this.limits);
    assertWithinLimits(document, this.limits);
    this.withinLimits.add(document);
    return document;
  }

  /** The document of a text, within the limits of form; null when it is not GraphQL. */
  private documentOf(text: unknown): DocumentNode | null {
    if (typeof text !== 'string') return null;
    return this.read.get(createHash('sha256').update(text).digest('base64'), () => {
      scanText(text, this.limits);
      const document = parsed(text);
      if (document) assertWithinLimits(document, this.limits);
      return document;
    });
  }

  private costOf(operation: OperationDefinitionNode, document: DocumentNode): QueryCost {
    const known = this.costs.get(operation);
    if (known) return known;
    const cost = queryCost(operation, document, this.rules);
    this.costs.set(operation, cost);
    return cost;
  }
}

const noVariables: Node = {};

function variablesOf({ variables }: Node): Node {
  return isNode(variables) ? variables : noVariables;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
