import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  typeFromAST,
} from 'graphql';
import { Random } from '#kit/sandbox/random.ts';
import type { ClientOperation } from '../schema/clientOperations.ts';
import { leaf } from './leaves.ts';
import type { World } from './world.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Inputs nest this deep before optional parts of them are left out. */
const deepest = 4;

/** Names of arguments and input fields -> the type of the object that they name by its key. */
const named: Readonly<Record<string, readonly [type: string, key: string]>> = {
  agencyCode: ['Agency', 'code'],
  applicationId: ['Application', 'id'],
  businessNib: ['Business', 'nib'],
  mallId: ['Mall', 'id'],
  nib: ['Business', 'nib'],
  nik: ['Citizen', 'nik'],
  recipientCode: ['Agency', 'code'],
  region: ['Region', 'code'],
  regionCode: ['Region', 'code'],
  service: ['Service', 'code'],
  serviceCode: ['Service', 'code'],
};

/** Variables with which an operation can be tried: those written at its head, else made up by the types it declares. */
export function exampleVariables({ document, variables }: ClientOperation, world: World): Variables {
  if (variables) return variables;
  const declared = declaredVariables(parse(document), world.api);
  const needed = declared.filter(([, type]) => isNonNullType(type));
  return Object.fromEntries(needed.map(([name, type]) => [name, new Example(world).of(type, name, 0)]));
}

function declaredVariables(document: DocumentNode, schema: GraphQLSchema): [name: string, type: GraphQLInputType][] {
  return document.definitions
    .flatMap((definition) => (definition.kind === 'OperationDefinition' ? (definition.variableDefinitions ?? []) : []))
    .flatMap(({ variable, type }) => {
      const found = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      return found ? [[variable.name.value, found] as [string, GraphQLInputType]] : [];
    });
}

class Example {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  of(type: GraphQLInputType, field: string, depth: number): unknown {
    if (isNonNullType(type)) return this.of(type.ofType, field, depth);
    if (isListType(type)) return [this.of(type.ofType, field.replace(/s$/, ''), depth)];
    if (!isInputObjectType(type)) return this.leaf(type, field);
    const fields = Object.values(type.getFields());
    // Of an input in which one alternative is chosen, the first one.
    const chosen = type.isOneOf ? fields.slice(0, 1) : fields.filter((one) => isNonNullType(one.type) || depth < 1);
    if (depth >= deepest) return {};
    return Object.fromEntries(chosen.map(({ name, type: inner }) => [name, this.of(inner, name, depth + 1)]));
  }

  private leaf(type: Parameters<typeof leaf>[0], field: string): unknown {
    const [entity, key] = named[field] ?? [];
    if (entity && key) return this.world.some(entity, 'example', 1)[0]?.known[key];
    if (isEnumType(type)) return new Random(`example ${field}`).pick(type.getValues()).name;
    const value = leaf(type, 'example', { type: 'Input', field, name: 'example' });
    return value instanceof Date ? value.toISOString() : value;
  }
}
