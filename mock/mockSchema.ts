import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import { enforceAccessRules } from '#kit/access.ts';
import type { ErrorCode } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import { scalars } from '#kit/scalars/scalars.ts';
import { fullSchemaText } from '#kit/subgraph.ts';
import { type Asked, MakeUp } from './makeUp.ts';
import { type Facts, Thing } from './thing.ts';
import type { World } from './world.ts';

/** What a resolver of a mocked agency is given. */
export interface MockContext {
  readonly principal: Principal;
  /** The code with which every change is refused; null when changes are done. */
  readonly refusal: ErrorCode | null;
}

/**
 * The executable schema of an agency without the agency: every field answers with what is known or made up. Its access
 * rules are in force.
 */
export function mockSchema(ownSchema: string, world: World): GraphQLSchema {
  const typeDefs = parse(fullSchemaText(ownSchema));
  const entities = typeDefs.definitions.flatMap((definition) =>
    definition.kind === 'ObjectTypeDefinition' && world.isEntity(definition.name.value) ? [definition.name.value] : [],
  );
  const references = entities.map((type) => [
    type,
    { __resolveReference: (reference: Facts) => world.entity(type, reference).with(keptOf(reference)) },
  ]);
  const resolvers = { ...scalars, ...Object.fromEntries(references) } as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  const answers = new Answers(world, schema);
  for (const type of Object.values(schema.getTypeMap())) answers.take(type);
  return enforceAccessRules(schema);
}

/** What other agencies say of an object (`@requires`) stands, whatever would be made up here. */
function keptOf({ __typename: _type, ...facts }: Facts): Facts {
  return facts;
}

class Answers {
  private readonly makeUp: MakeUp;
  private readonly world: World;

  constructor(world: World, schema: GraphQLSchema) {
    this.world = world;
    this.makeUp = new MakeUp(world, schema);
  }

  /** Lets a type of the schema answer, unless it is one of federation's or of GraphQL's own. */
  take(type: GraphQLNamedType): void {
    if (isAbstractType(type) && !type.name.startsWith('_')) type.resolveType = (value) => (value as Thing).type;
    if (!isObjectType(type) || type.name.startsWith('_')) return;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = (source, args, context: MockContext, info) => this.answer(source, args, context, info);
    }
  }

  private answer(source: unknown, args: Facts, context: MockContext, info: GraphQLResolveInfo): unknown {
    const { parentType, fieldName: field, returnType, operation, path } = info;
    const asked: Asked = { type: parentType.name, field, name: source instanceof Thing ? source.name : '', args };
    if (source instanceof Thing) {
      const known = source.known[field];
      return known === undefined ? this.makeUp.madeUp(returnType, asked) : this.makeUp.known(returnType, known, asked);
    }
    const isRoot = path.prev === undefined;
    if (isRoot && operation.operation === 'mutation') return this.change(asked, context, info);
    if (field === 'me') {
      return context.principal.kind === 'citizen' ? this.world.entity('Citizen', { id: context.principal.id }) : null;
    }
    return this.makeUp.madeUp(returnType, asked, this.makeUp.echo(getNamedType(returnType), args));
  }

  /** What a change answers: the objects that it is about, as its input says; or the refusal that was wished for. */
  private change(asked: Asked, { refusal }: MockContext, { returnType }: GraphQLResolveInfo): unknown {
    const payload = getNamedType(returnType) as GraphQLObjectType;
    const { errors, ...results } = payload.getFields();
    const names = Object.keys(results);
    const name = `${asked.field}${JSON.stringify(asked.args)}`;
    if (refusal && errors) {
      const words = { code: refusal, message: 'Permintaan ini ditolak oleh tiruan (x-mock-refuse).', path: ['input'] };
      const nothing = names.map((result) => [result, null] as const);
      return new Thing(payload.name, name, { ...Object.fromEntries(nothing), errors: [words] });
    }
    const said = saidBy(asked.args);
    const made = Object.values(results).map(({ name: result, type }) => [
      result,
      this.makeUp.madeUp(
        type,
        { ...asked, type: payload.name, field: result, name },
        this.about(getNamedType(type), said),
      ),
    ]);
    return new Thing(payload.name, name, { ...Object.fromEntries(made), errors: [] });
  }

  private about(type: GraphQLNamedType, said: Facts): Facts {
    const id = said['applicationId'];
    const isApplication = isObjectType(type) && type.name.endsWith('Application') && typeof id === 'string';
    return { ...this.makeUp.echo(type, said), ...(isApplication ? { id } : {}) };
  }
}

function saidBy(args: Facts): Facts {
  const { input, ...others } = args;
  return { ...others, ...(typeof input === 'object' ? (input as Facts) : {}) };
}
