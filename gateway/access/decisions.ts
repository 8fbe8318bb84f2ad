import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import type { Principal } from '#kit/principal.ts';
import { type AccessRule, forEverybody, isMet } from '../../schema/accessRule.ts';
import type { AccessRules } from './accessRules.ts';
import { Permissions } from './permissions.ts';

/** What the rules look at in whoever asks. */
export interface Caller {
  readonly kind: Principal['kind'];
  /** Of whoever is signed in. */
  readonly scopes?: readonly string[] | undefined;
}

/** What an operation's callers may see, decided once for all callers who are alike to its rules. */
export interface Decisions {
  /** What the caller may see; null for everything that the operation asks. */
  for(caller: Caller): Permissions | null;
}

/** How many decisions are kept for one operation. */
const mostDecisions = 64;
const seesEverything: Decisions = { for: () => null };

/**
 * Makes the decisions on a valid document. Callers are told apart by whether they are signed in and by those of their
 * scopes that some rule of the document asks for, never by more, so that what is planned for one fits all who are alike.
 */
export function decisionsOn(document: DocumentNode, schema: GraphQLSchema, rules: AccessRules): Decisions {
  const touched = [...rulesTouched(document, schema, rules)].filter((rule) => rule !== forEverybody);
  if (touched.length === 0) return seesEverything;
  const asked = [...new Set(touched.flatMap(({ scopes }) => scopes.flat(2)))].sort();
  const decisions = new LruCache<Permissions | null>(mostDecisions);
  return {
    for({ kind, scopes = [] }) {
      const signedIn = kind !== 'anonymous';
      const granted = signedIn ? asked.filter((scope) => scopes.includes(scope)) : [];
      const id = signedIn ? `signed-in ${granted.join(' ')}` : 'anonymous';
      return decisions.get(id, () => {
        const caller = { signedIn, granted: new Set(granted) };
        const maySeeAll = touched.every((rule) => isMet(rule, caller));
        return maySeeAll ? null : new Permissions(id, caller, schema, rules);
      });
    },
  };
}

/** The rules that any object may come under of which the document asks something. */
function rulesTouched(document: DocumentNode, schema: GraphQLSchema, rules: AccessRules): Set<AccessRule> {
  const touched = new Set<AccessRule>();
  const seen = new Set<string>();
  const info = new TypeInfo(schema);
  const concrete = (type: GraphQLCompositeType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  const note = (parent: GraphQLCompositeType, name: string): void => {
    for (const { name: typename } of concrete(parent)) touched.add(rules.ofField(typename, name));
    const type = getNamedType(info.getType());
    if (!type) return;
    for (const { name: typename } of isCompositeType(type) ? concrete(type) : [type])
      touched.add(rules.ofType(typename));
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType();
        const coordinate = `${parent?.name}.${name.value}`;
        if (!parent || seen.has(coordinate)) return;
        seen.add(coordinate);
        note(parent, name.value);
      },
    }),
  );
  return touched;
}
