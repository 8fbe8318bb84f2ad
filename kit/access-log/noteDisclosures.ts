import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { auditUnavailable, isPurposeMissing, ServiceError } from '../errors.ts';
import type { Principal } from '../principal.ts';
import { hasDirective } from '../schemaDirectives.ts';
import type { Disclosures } from './disclosures.ts';
import { followed, hasPersonalFields, type Subjects, subjectsOf } from './subjects.ts';

/** What the wrappers need of a request. */
interface Context {
  readonly principal: Principal;
  readonly disclosures: Disclosures;
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/**
 * Makes an agency note who reads whose personal data: every field under `@personal`, on the field or on its type, that
 * gives a value to anybody but the citizen it is about; every look-up that found somebody, whatever was then asked of
 * them, or, by somebody at work, nobody; and every refusal. The notes lie in the request until its answer is ready (writeAhead.ts).
 *
 * Law: all processing of personal data is recorded (UU 27/2022, article 31).
 */
export function noteDisclosures(schema: GraphQLSchema, subjects: Subjects): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const isRoot = type === schema.getQueryType();
    const isChange = type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (leadsOn(type, field, subjects)) field.resolve = rememberParent(resolverOf(field));
      if (hasDirective(field, 'personal') || hasDirective(type, 'personal')) {
        field.resolve = noteReads(resolverOf(field), type.name, coordinate, subjects);
      } else if (isRoot && field.name !== '_entities' && field.args.length > 0 && mayFindPeople(schema, field.type)) {
        // Entities are no look-up: whoever refers to one has its id already.
        field.resolve = noteLookUps(resolverOf(field), coordinate, subjects);
      }
      if (isChange && leadsToPersonalFields(schema, field.type)) field.resolve = demandReason(resolverOf(field));
      if (isRoot || isChange || hasDirective(field, 'requiresScopes') || hasDirective(type, 'requiresScopes')) {
        field.resolve = noteRefusals(resolverOf(field), type.name, coordinate, subjects);
      }
    }
  }
  return schema;
}

function resolverOf(field: GraphQLField<unknown, unknown>): Resolver {
  return (field.resolve as Resolver | undefined) ?? defaultFieldResolver;
}

/** Whether a field of somebody's record leads to values that are theirs because they were reached from it. */
function leadsOn(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, subjects: Subjects): boolean {
  const target = getNamedType(field.type);
  return (
    typeof subjects[type.name] === 'function' && isCompositeType(target) && typeof subjects[target.name] !== 'function'
  );
}

function mayFindPeople(schema: GraphQLSchema, output: GraphQLOutputType): boolean {
  const target = foundType(output);
  if (isAbstractType(target)) return schema.getPossibleTypes(target).some(hasPersonalFields);
  return isObjectType(target) && hasPersonalFields(target);
}

/** What a look-up gives: the type of the field, or of the nodes of the page that it is. */
function foundType(output: GraphQLOutputType): GraphQLNamedOutputType {
  const target = getNamedType(output);
  const edge = isObjectType(target) ? target.getFields()['edges'] : undefined;
  const edgeType = edge && getNamedType(edge.type);
  const node = isObjectType(edgeType) ? edgeType.getFields()['node'] : undefined;
  return node ? getNamedType(node.type) : target;
}

/** Whether personal data can be shown in the answer of a change, however deep. */
function leadsToPersonalFields(schema: GraphQLSchema, output: GraphQLOutputType): boolean {
  const [seen, ahead] = [new Set<string>(), [getNamedType(output)]];
  for (let type = ahead.pop(); type; type = ahead.pop()) {
    if (seen.has(type.name)) continue;
    seen.add(type.name);
    if (isAbstractType(type)) ahead.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    if (hasPersonalFields(type)) return true;
    ahead.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  return false;
}

/** What was changed cannot be held back with the answer, so that a change asks for the reason before it is made. */
function demandReason(resolve: Resolver): Resolver {
  return (parent, values, context, info) => {
    const refusal = disclosuresOf(context).missingReason();
    if (refusal) throw refusal;
    return resolve(parent, values, context, info);
  };
}

function rememberParent(resolve: Resolver): Resolver {
  return (parent, values, context, info) => {
    followed(info.path, parent);
    return resolve(parent, values, context, info);
  };
}

function noteReads(resolve: Resolver, type: string, coordinate: string, subjects: Subjects): Resolver {
  return (parent, values, context, info) => {
    const read = subjectsOf(subjects, type, parent, info.path);
    const given = resolve(parent, values, context, info);
    if (read === null || isOwn(context.principal, read)) return given;
    return whenGiven(given, (value) => {
      if (value != null) disclosuresOf(context).noteRead(coordinate, read);
    });
  };
}

/** That somebody is in a register tells something about them even when nothing more is asked than their opaque id. */
function noteLookUps(resolve: Resolver, coordinate: string, subjects: Subjects): Resolver {
  return async (parent, values, context, info) => {
    const value = await resolve(parent, values, context, info);
    if (value == null) {
      if (isAtWork(context.principal)) disclosuresOf(context).noteSearch(coordinate);
      return value;
    }
    for (const found of foundIn(value)) {
      const seen = subjectsOf(subjects, await typeOf(found, context, info), found, info.path);
      if (seen !== null && !isOwn(context.principal, seen)) disclosuresOf(context).noteLookUp(coordinate, seen);
    }
    return value;
  };
}

/** The value that was found, or each of a list or of a page. */
function foundIn(value: unknown): readonly unknown[] {
  const { edges } = value as { readonly edges?: readonly { readonly node: unknown }[] };
  const found = Array.isArray(value) ? value : (edges?.map(({ node }) => node) ?? [value]);
  return found.filter((one) => one != null);
}

/** The type that a value has where the schema promises one of several. */
async function typeOf(value: unknown, context: Context, info: GraphQLResolveInfo): Promise<string> {
  const promised = foundType(info.returnType);
  if (!isAbstractType(promised)) return promised.name;
  return (await (promised.resolveType ?? defaultTypeResolver)(value, context, info, promised)) ?? promised.name;
}

function noteRefusals(resolve: Resolver, type: string, coordinate: string, subjects: Subjects): Resolver {
  return (parent, values, context, info) => {
    const note = (error: unknown): never => {
      const decision = refusalIn(error);
      if (decision && isAtWork(context.principal)) {
        disclosuresOf(context).noteRefusal({ coordinate, subject: subjectIfKnown(), decision });
      }
      throw error;
    };
    const subjectIfKnown = () => {
      if (subjects[type] === undefined) return null;
      try {
        return subjectsOf(subjects, type, parent, info.path)?.[0] ?? null;
      } catch {
        return null;
      }
    };
    try {
      const given = resolve(parent, values, context, info);
      return isPromise(given) ? given.then(undefined, note) : given;
    } catch (error) {
      return note(error);
    }
  };
}

/** The citizen whose data it is, or one of those whom a shared record is about. */
function isOwn(principal: Principal, subjects: readonly string[]): boolean {
  return principal.kind === 'citizen' && subjects.includes(principal.id);
}

/** Somebody who asks because of their work, not for themselves. */
function isAtWork({ kind }: Principal): boolean {
  return kind !== 'citizen' && kind !== 'anonymous';
}

function refusalIn(error: unknown): 'FORBIDDEN' | 'PURPOSE_MISSING' | null {
  if (isPurposeMissing(error)) return 'PURPOSE_MISSING';
  return error instanceof ServiceError && error.extensions.code === 'FORBIDDEN' ? 'FORBIDDEN' : null;
}

/** A request that has nowhere to take a note must not read. */
function disclosuresOf({ disclosures }: Context): Disclosures {
  if (!disclosures) throw auditUnavailable();
  return disclosures;
}

function whenGiven(given: unknown, note: (value: unknown) => void): unknown {
  if (isPromise(given)) {
    return given.then((value) => {
      note(value);
      return value;
    });
  }
  note(given);
  return given;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null | undefined)?.then === 'function';
}
