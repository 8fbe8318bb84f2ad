import { type DirectiveNode, valueFromASTUntyped } from 'graphql';

/** Lists of scopes, one of which must be granted as a whole: what one `@requiresScopes` says. */
export type ScopeChoice = readonly (readonly string[])[];

/** Who may see something: what the schema says of it with `@authenticated` and `@requiresScopes`. */
export interface AccessRule {
  readonly signedIn: boolean;
  /** Every one of these choices must be met. */
  readonly scopes: readonly ScopeChoice[];
}

/** The rule of what everybody may see. */
export const forEverybody: AccessRule = { signedIn: false, scopes: [] };

/** The rule of whatever asks for a known caller and for nothing more. */
export const forSignedIn: AccessRule = { signedIn: true, scopes: [] };

/** The rule that the directives of a type or field make together. */
export function ruleOf(directives: readonly DirectiveNode[] = []): AccessRule {
  return allOf(directives.map(ruleOfOne));
}

/** The rule of what stands under several rules at once. */
export function allOf(rules: readonly AccessRule[]): AccessRule {
  const restricting = rules.filter((rule) => rule !== forEverybody);
  const [only = forEverybody] = restricting;
  if (restricting.length < 2) return only;
  return {
    signedIn: restricting.some(({ signedIn }) => signedIn),
    scopes: restricting.flatMap(({ scopes }) => scopes),
  };
}

/** Whether whoever meets the one rule meets the other one too. */
export function isAsStrict(rule: AccessRule, other: AccessRule): boolean {
  if (other.signedIn && !rule.signedIn) return false;
  const ways = waysToMeet(rule);
  return other.scopes.every((choice) =>
    ways.every((granted) => choice.some((scopes) => scopes.every((scope) => granted.has(scope)))),
  );
}

/** Whether a caller meets a rule. `granted` are the caller's scopes; nobody who is not signed in has any. */
export function isMet(rule: AccessRule, caller: { signedIn: boolean; granted: ReadonlySet<string> }): boolean {
  if (rule.signedIn && !caller.signedIn) return false;
  return rule.scopes.every((choice) => choice.some((scopes) => scopes.every((scope) => caller.granted.has(scope))));
}

function ruleOfOne(directive: DirectiveNode): AccessRule {
  if (directive.name.value === 'authenticated') return forSignedIn;
  if (directive.name.value !== 'requiresScopes') return forEverybody;
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  const choice = argument ? (valueFromASTUntyped(argument.value) as string[][]) : [];
  // Only a token grants scopes.
  return { signedIn: true, scopes: [choice] };
}

/** Every least set of scopes that meets a rule. */
function waysToMeet({ scopes }: AccessRule): ReadonlySet<string>[] {
  return scopes.reduce<ReadonlySet<string>[]>(
    (ways, choice) => ways.flatMap((way) => choice.map((further) => new Set([...way, ...further]))),
    [new Set()],
  );
}
