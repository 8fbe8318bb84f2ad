import { createHash } from 'node:crypto';
import {
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** An object that is made up as it is asked: `seed` decides its fields, so the same seed gives the same object. */
interface Made {
  readonly seed: string;
  readonly [known: string]: unknown;
}

/** What entities are known by in our graph, the first that the type has. */
const keyFields = ['id', 'code', 'nib'];
const itemsUnlessAsked = 4;
const most = 50;
/** The last place in a list that a seed names: an application's type goes by it, so that all types come in turn. */
const placeInList = /\[(\d+)\][^[]*$/;

/**
 * Resolves any field of any agency's schema with an invented value that depends on the entity and the field alone: two
 * gateways that reach the same field on different ways read the same value, so their answers can be compared.
 *
 * @param applicationTypes the concrete types that an application of the inbox may have
 */
export function syntheticField(applicationTypes: readonly string[]): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, info) => {
    const parent = madeFrom(source, info.parentType);
    const name = info.fieldName;
    if (parent[name] !== undefined) return parent[name];
    if (name === 'typeName') return typeNameOf(parent, info.parentType, applicationTypes);
    return value(info.returnType, seedOf(parent, info.parentType, name, args), args);
  };
}

/** Decides the type of a made-up object: the one it was made of, or the first that fits. */
export const syntheticType: GraphQLTypeResolver<unknown, unknown> = (source, _context, info, abstractType) => {
  const named = (source as Made).typeName ?? (source as Made).__typename;
  const possible = info.schema.getPossibleTypes(abstractType).map(({ name }) => name);
  return possible.find((name) => name === named) ?? possible[0];
};

function madeFrom(source: unknown, type: GraphQLObjectType): Made {
  if (source === undefined || source === null) return { seed: type.name };
  const object = source as Partial<Made>;
  if (object.seed !== undefined) return object as Made;
  const key = keyFields.map((field) => object[field]).find((found) => found !== undefined);
  return { ...object, seed: String(key ?? type.name) };
}

/** The field of an entity, and what was asked of it; `me` is the same citizen whichever agency is asked. */
function seedOf(parent: Made, type: GraphQLObjectType, field: string, args: object): string {
  if (type.name === 'Query' && field === 'me') return 'me';
  const asked = Object.keys(args).length > 0 ? JSON.stringify(args) : '';
  return `${parent.seed}.${field}${asked}`;
}

function value(type: GraphQLOutputType, seed: string, args: Record<string, unknown>): unknown {
  if (isNonNullType(type)) return value(type.ofType, seed, args);
  if (isListType(type)) {
    const items = typeof args.first === 'number' ? Math.min(args.first, most) : itemsOf(seed, args);
    return Array.from({ length: items }, (_, index) => value(type.ofType, `${seed}[${index}]`, args));
  }
  const named = getNamedType(type);
  return isLeafType(named) ? leaf(named, seed) : object(named, seed);
}

/** The edges of a page are as many as the page was asked for, which its own seed tells. */
function itemsOf(seed: string, args: Record<string, unknown>): number {
  const page = /"first":(\d+)[^.]*\}\.edges$/.exec(seed)?.[1];
  if (page !== undefined) return Math.min(Number(page), most);
  return Object.keys(args).length === 0 ? itemsUnlessAsked : 1;
}

function object(type: GraphQLOutputType, seed: string): Made {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isAbstractType(named)) throw new Error(`${String(type)} has no fields.`);
  const fields = 'getFields' in named ? named.getFields() : {};
  const key = keyFields.find((field) => field in fields);
  if (key === undefined) return { seed };
  const place = placeInList.exec(seed)?.[1] ?? '0';
  const id = `${named.name.slice(0, 3).toLowerCase()}_${digest(seed).slice(0, 20)}_${place}`;
  return { seed: id, [key]: id };
}

function leaf(type: GraphQLLeafType, seed: string): unknown {
  const hash = digest(seed);
  const number = Number.parseInt(hash.slice(0, 6), 16);
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.value;
  switch (type.name) {
    case 'Int':
      return number % 1_000;
    case 'Float':
      return (number % 1_000) / 4;
    case 'Boolean':
      return number % 2 === 0;
    case 'Date':
      return `2026-${two((number % 12) + 1)}-${two((number % 28) + 1)}`;
    case 'DateTime':
      return `2026-${two((number % 12) + 1)}-${two((number % 28) + 1)}T0${number % 10}:30:00.000Z`;
    default:
      return `${/\.(\w+)[^.]*$/.exec(seed)?.[1]} ${hash.slice(0, 24 + (number % 16))}`;
  }
}

function typeNameOf(parent: Made, type: GraphQLObjectType, applicationTypes: readonly string[]): string {
  if (applicationTypes.includes(type.name)) return type.name;
  const place = Number(parent.seed.slice(parent.seed.lastIndexOf('_') + 1));
  return applicationTypes[place % applicationTypes.length] ?? type.name;
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
