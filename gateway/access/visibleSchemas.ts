import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import type { Principal } from '#kit/principal.ts';
import { type AccessRule, isMet } from '../../schema/accessRule.ts';
import type { AccessRules } from './accessRules.ts';
import { visibleSchema } from './visibleSchema.ts';

/** For how many sets of grants the visible schema is kept: there are as many as there are roles, and a few more. */
const mostKept = 32;

const ofGraphs = new WeakMap<GraphQLSchema, VisibleSchemas>();

/** What callers may see of this graph; the same for each request. Another supergraph has another schema. */
export function visibleSchemasOf(schema: GraphQLSchema, rules: AccessRules): VisibleSchemas {
  const known = ofGraphs.get(schema) ?? new VisibleSchemas(schema, rules);
  ofGraphs.set(schema, known);
  return known;
}

/** What each caller may see of one graph, made when it is first asked for and shared by all who have the same grants. */
export class VisibleSchemas {
  private readonly schema: GraphQLSchema;
  private readonly rules: AccessRules;
  private readonly kept = new LruCache<GraphQLSchema>(mostKept);
  private known: { readonly rules: readonly AccessRule[]; readonly scopes: readonly string[] } | null = null;

  constructor(schema: GraphQLSchema, rules: AccessRules) {
    this.schema = schema;
    this.rules = rules;
  }

  /** The schema as this caller may know it; the whole one for somebody who may see everything. */
  for(principal: Principal): GraphQLSchema {
    this.known ??= everyRule(this.schema, this.rules);
    const { rules, scopes } = this.known;
    const signedIn = principal.kind !== 'anonymous';
    const granted = signedIn ? scopes.filter((scope) => principal.scopes.includes(scope)) : [];
    return this.kept.get(signedIn ? `signed-in ${granted.join(' ')}` : 'anonymous', () => {
      const sight = { signedIn, granted: new Set(granted) };
      const seesAll = rules.every((rule) => isMet(rule, sight));
      return seesAll ? this.schema : visibleSchema(this.schema, this.rules, sight);
    });
  }

  /** How many are kept at the moment. */
  get size(): number {
    return this.kept.size;
  }
}

function everyRule(schema: GraphQLSchema, rules: AccessRules): { rules: AccessRule[]; scopes: string[] } {
  const all = new Set<AccessRule>();
  for (const type of Object.values(schema.getTypeMap())) {
    all.add(rules.ofType(type.name));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.keys(type.getFields())) all.add(rules.ofField(type.name, field));
  }
  const scopes = new Set([...all].flatMap((rule) => rule.scopes.flat(2)));
  return { rules: [...all], scopes: [...scopes].sort() };
}
