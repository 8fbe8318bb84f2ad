import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import { ruleOf } from '../../schema/accessRule.ts';
import type { Agency } from '../call/agency.ts';

/** Which scopes each agency's rules can ask for, by the agency's name. */
export type ScopesOfAgencies = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads from a composed supergraph which scopes each agency can have a use for: those of `@requiresScopes` on what it
 * answers, and those that it says its rules on rows look for (`@rowScopes`).
 */
export function scopesOfAgencies({ definitions }: DocumentNode): ScopesOfAgencies {
  const names = agencyNames(definitions);
  const found = new Map<string, Set<string>>([...names.values()].map((name) => [name, new Set()]));
  const add = (agency: string, scopes: readonly string[]) => {
    for (const scope of scopes) found.get(agency)?.add(scope);
  };
  for (const definition of definitions) {
    // The rule of an interface is only the sum of those of its types.
    if (!('directives' in definition) || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) continue;
    const { directives = [] } = definition;
    const ofType = graphsIn(directives, 'join__type');
    for (const graph of ofType) add(names.get(graph) ?? '', scopesIn(directives));
    for (const { agency, scopes } of given<{ agency: string; scopes: string[] }>(directives, 'rowScopes')) {
      add(agency, scopes);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const own = graphsIn(field.directives ?? [], 'join__field');
      for (const graph of own.length > 0 ? own : ofType) add(names.get(graph) ?? '', scopesIn(field.directives ?? []));
    }
  }
  return found;
}

/**
 * The way to an agency on which callers lose the scopes that the agency has no use for: one that was taken over learns
 * nothing of what else a caller may do, and a statement that leaks is worth as little as it can be.
 */
export function withScopesCut(agency: Agency, scopes: ScopesOfAgencies): Agency {
  const cut = new WeakMap<Principal, Principal>();
  const told = (principal: Principal): Principal => {
    if (principal.kind === 'anonymous') return principal;
    const known = cut.get(principal);
    if (known) return known;
    const useful = scopes.get(agency.agency);
    const made = { ...principal, scopes: principal.scopes.filter((scope) => useful?.has(scope)) };
    cut.set(principal, made);
    return made;
  };
  return {
    agency: agency.agency,
    ask: ({ operation, variables, identity, timeoutMs, made, trace }) => {
      const { principal, requestId, purpose, caseId } = identity;
      const toldOf = { principal: told(principal), requestId, purpose, caseId };
      return agency.ask({ operation, variables, identity: toldOf, timeoutMs, made, trace });
    },
  };
}

/** The names of the agencies, by how the supergraph calls them (`BUSINESS_LICENSING`). */
function agencyNames(definitions: DocumentNode['definitions']): ReadonlyMap<string, string> {
  return new Map(
    definitions
      .flatMap((definition) =>
        definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
          ? (definition.values ?? [])
          : [],
      )
      .map(({ name, directives = [] }) => [
        name.value,
        given<{ name: string }>(directives, 'join__graph')[0]?.name ?? name.value,
      ]),
  );
}

function graphsIn(directives: readonly DirectiveNode[], name: string): string[] {
  return given<{ graph?: string }>(directives, name).flatMap(({ graph }) => graph ?? []);
}

function scopesIn(directives: readonly DirectiveNode[]): string[] {
  return ruleOf(directives).scopes.flat(2);
}

/** The arguments of every directive of this name. */
function given<Values>(directives: readonly DirectiveNode[], wanted: string): Values[] {
  return directives
    .filter(({ name }) => name.value === wanted)
    .map(
      ({ arguments: values = [] }) =>
        Object.fromEntries(values.map(({ name, value }) => [name.value, valueFromASTUntyped(value)])) as Values,
    );
}
