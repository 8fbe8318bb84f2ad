import {
  type DirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { forbidden, unauthenticated } from './errors.ts';
import { hasScope, type Principal } from './principal.ts';
import { directivesOf } from './schemaDirectives.ts';

/** Lets the caller through or throws. */
type AccessRule = (principal: Principal) => void;

/**
 * Makes an agency obey the access rules of its own schema: every field under `@authenticated` or `@requiresScopes`, on
 * the field or on its type, checks the caller before its resolver runs. The gateway may have checked already; an agency
 * does not rely on it.
 */
export function enforceAccessRules(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const rulesOfType = directivesOf(type).flatMap(accessRule);
    for (const field of Object.values(type.getFields())) {
      guard(field, [...rulesOfType, ...directivesOf(field).flatMap(accessRule)]);
    }
  }
  return schema;
}

function guard(field: GraphQLField<unknown, { principal: Principal }>, rules: readonly AccessRule[]): void {
  if (rules.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, values, context, info) => {
    for (const rule of rules) rule(context.principal);
    return resolve(source, values, context, info);
  };
}

function accessRule(directive: DirectiveNode): AccessRule[] {
  // Federation takes no access rule on an interface object, so it stands for one itself.
  if (['authenticated', 'interfaceObject'].includes(directive.name.value)) return [requireSignedIn];
  if (directive.name.value === 'requiresScopes') return [requireScopes(scopesOf(directive))];
  return [];
}

function requireSignedIn(principal: Principal): void {
  if (principal.kind === 'anonymous') throw unauthenticated();
}

/** One of the lists must be granted as a whole. */
function requireScopes(alternatives: readonly (readonly string[])[]): AccessRule {
  return (principal) => {
    requireSignedIn(principal);
    const granted = alternatives.some((scopes) => scopes.every((scope) => hasScope(principal, scope)));
    if (!granted) throw forbidden();
  };
}

function scopesOf(directive: DirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  return argument ? (valueFromASTUntyped(argument.value) as string[][]) : [];
}
