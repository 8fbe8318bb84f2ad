import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Random } from '#kit/sandbox/random.ts';
import { isLeftOut, leaf, type Place } from './leaves.ts';
import { page } from './pages.ts';
import { type Facts, Ref, Thing } from './thing.ts';
import type { World } from './world.ts';

/** A field that is asked for: where it stands, and with what arguments. */
export interface Asked extends Place {
  readonly args: Facts;
}

/** Says what a field of the mocked graph holds: what is known of its object, else something made up of the right kind. */
export class MakeUp {
  private readonly world: World;
  private readonly schema: GraphQLSchema;

  /** @param schema of the agency that is asked: its abstract types lead to its own concrete ones only */
  constructor(world: World, schema: GraphQLSchema) {
    this.world = world;
    this.schema = schema;
  }

  /** Writes out what is known: names of other objects become those objects. */
  known(type: GraphQLOutputType, value: unknown, asked: Asked): unknown {
    if (isNonNullType(type)) return this.known(type.ofType, value, asked);
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      const items = limited(value as readonly unknown[], asked.args['first']);
      return items.map((item, index) => this.known(type.ofType, item, { ...asked, name: `${asked.name} ${index}` }));
    }
    if (value instanceof Thing) return value;
    if (value instanceof Ref) return this.world.entity(value.type, value.key);
    if (isLeafType(type)) return inLanguage(value, asked.args['language']);
    return new Thing((type as GraphQLNamedType).name, `${asked.name}.${asked.field}`, value as Facts);
  }

  /** Makes up a value. @param about what the arguments say of the objects that come of it */
  madeUp(type: GraphQLOutputType, asked: Asked, about: Facts = {}): unknown {
    if (isNonNullType(type)) return this.madeUp(type.ofType, asked, about);
    if (isListType(type)) return this.list(type.ofType, asked, about);
    if (isLeafType(type)) return isLeftOut(asked) ? null : leaf(type, this.world.seed, asked);
    return this.object(type as GraphQLNamedType, asked, about);
  }

  /** What arguments or an input say of an object: fields of the same name, and objects that are named by their key. */
  echo(type: GraphQLNamedType, said: Facts): Facts {
    if (!isObjectType(type)) return {};
    const echoed = Object.values(type.getFields()).map(({ name, type: fieldType }) => {
      const bare = isNonNullType(fieldType) ? fieldType.ofType : fieldType;
      if (isLeafType(bare)) return [name, isPossible(() => bare.serialize(said[name])) ? said[name] : undefined];
      if (isListType(bare)) return [name, undefined];
      return [name, this.namedBy(bare.name, said[`${name}Id`] ?? said[`${name}Code`] ?? said[name])];
    });
    return Object.fromEntries(echoed.filter(([, value]) => value !== undefined && value !== null));
  }

  private namedBy(type: string, key: unknown): Ref | undefined {
    const [field] = this.world.keyFields(type);
    return field && typeof key === 'string' ? new Ref(type, { [field]: key }) : undefined;
  }

  private list(type: GraphQLOutputType, asked: Asked, about: Facts): unknown[] {
    const count = lengthOf(asked, this.world.seed);
    const bare = isNonNullType(type) ? type.ofType : type;
    if (!isLeafType(bare) && !isListType(bare) && this.world.isEntity((bare as GraphQLNamedType).name)) {
      return this.world.some(this.ofThisAgency(bare as GraphQLNamedType, asked), nameOf(asked), count);
    }
    const items = Array.from({ length: count }, (_, index) =>
      this.madeUp(bare, { ...asked, name: `${asked.name} ${index}` }, about),
    );
    return isLeafType(bare) ? [...new Set(items)] : items;
  }

  private object(type: GraphQLNamedType, asked: Asked, about: Facts): Thing | null {
    const name = nameOf(asked);
    if (isObjectType(type) && isConnection(type)) return page(type, name, asked.args, this.world);
    const concrete = this.ofThisAgency(type, asked);
    if (!this.world.isEntity(concrete)) return new Thing(concrete, name, about);
    const key = Object.fromEntries(
      this.world.keyFields(concrete).flatMap((field) => (about[field] === undefined ? [] : [[field, about[field]]])),
    );
    if (Object.keys(key).length > 0) return this.world.entity(concrete, key).with(about);
    return this.world.some(concrete, name, 1)[0]?.with(about) ?? null;
  }

  /** Of an abstract type, one that the agency itself has; an interface that has a key leads to any of its kinds. */
  private ofThisAgency(type: GraphQLNamedType, asked: Asked): string {
    if (!isAbstractType(type) || this.world.isEntity(type.name)) return type.name;
    const possible = this.schema.getPossibleTypes(type).map(({ name }) => name);
    return new Random(`${this.world.seed} ${nameOf(asked)}`).pick(possible);
  }
}

/** The name of what a field leads to. Paging and language do not make it another object. */
function nameOf({ name, field, args }: Asked): string {
  const { first: _first, after: _after, language: _language, ...others } = args;
  const said = Object.keys(others).length > 0 ? JSON.stringify(others) : '';
  return `${name}.${field}${said}`;
}

function lengthOf(asked: Asked, seed: string): number {
  const usual = new Random(`${seed} ${nameOf(asked)} length`).whole(1, 4);
  const { first } = asked.args;
  return typeof first === 'number' ? Math.min(first, usual) : usual;
}

function limited(items: readonly unknown[], first: unknown): readonly unknown[] {
  return typeof first === 'number' ? items.slice(0, first) : items;
}

function inLanguage(value: unknown, language: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('ID' in value)) return value;
  return (value as Record<string, unknown>)[String(language ?? 'ID')] ?? value.ID;
}

function isConnection(type: GraphQLObjectType): boolean {
  const { edges, pageInfo } = type.getFields();
  return edges !== undefined && pageInfo !== undefined;
}

function isPossible(serialise: () => unknown): boolean {
  try {
    const written = serialise();
    return written !== undefined && written !== null;
  } catch {
    return false;
  }
}
