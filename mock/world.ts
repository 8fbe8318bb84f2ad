import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
} from 'graphql';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { fallbackType } from '../schema/applicationTypes.ts';
import { type ComposedGraph, committedGraph } from '../schema/compose.ts';
import { catalogue, regionFacts } from './catalogue.ts';
import { leaf, mockToday } from './leaves.ts';
import { mockPeople } from './people.ts';
import { type Facts, Ref, Thing } from './thing.ts';

const usualSize = 40;

/**
 * Everything with a key that the mocked graph holds, made up from a seed: so many of each type, the same ones for every
 * agency. An object that is asked for by a key that nobody has is there too: whoever builds a page needs an answer.
 */
export class World {
  readonly seed: string;
  /** The graph as clients see it. */
  readonly api: GraphQLSchema;
  private readonly keys: ReadonlyMap<string, readonly string[]>;
  private readonly pools = new Map<string, readonly Thing[]>();
  private readonly given: Readonly<Record<string, readonly Facts[]>>;

  constructor(seed: string, graph: ComposedGraph = committedGraph()) {
    this.seed = seed;
    this.api = buildSchema(graph.api);
    this.keys = keysOf(graph.supergraph);
    this.given = { ...catalogue, ...mockPeople(mockToday) };
  }

  /** Whether objects of this type have a key, so that several agencies may know the same one. */
  isEntity(type: string): boolean {
    return this.keyFields(type).length > 0;
  }

  /** The fields by which objects of this type are known. */
  keyFields(type: string): readonly string[] {
    const root = this.rootOf(type);
    return this.keys.get(root) ?? this.keys.get(this.concreteTypes(root)[0] ?? '') ?? [];
  }

  /** The object of a type with this key. */
  entity(type: string, key: Facts): Thing {
    const fields = this.keyFields(type).filter((field) => key[field] !== undefined);
    const { typeName } = key;
    const pool = this.pool(typeof typeName === 'string' && this.isConcrete(typeName) ? typeName : type);
    const known = pool.find(({ known: facts }) => fields.every((field) => facts[field] === key[field]));
    if (known) return known;
    const root = this.rootOf(type);
    // Some agencies name the type beside the key and some do not: it is the same object.
    const own = fields.filter((field) => field !== 'typeName' || fields.length === 1);
    const name = `${root} ${own.map((field) => key[field]).join(' ')}`;
    const like = pool[new Random(name).whole(0, pool.length - 1)];
    const owed = Object.fromEntries(fields.map((field) => [field, key[field]]));
    const facts = root === 'Region' ? regionFacts(String(key['code']), `Wilayah ${key['code']}`) : like?.known;
    return new Thing(this.isConcrete(type) ? type : (like?.type ?? type), name, { ...facts, ...owed });
  }

  /** Objects of a type, `count` of them, the same ones for the same name. */
  some(type: string, name: string, count: number): Thing[] {
    const pool = this.pool(type);
    const first = new Random(`${this.seed} ${name} ${type}`).whole(0, pool.length - 1);
    return Array.from(
      { length: Math.min(count, pool.length) },
      (_, index) => pool[(first + index) % pool.length] as Thing,
    );
  }

  /** The concrete types of an interface or union, those of the graph's own making left out; itself for an object type. */
  concreteTypes(type: string): string[] {
    const found = this.api.getType(type);
    if (!isInterfaceType(found)) return [type];
    const names = this.api.getPossibleTypes(found).map(({ name }) => name);
    return names.filter((name) => name !== fallbackType).sort();
  }

  private isConcrete(type: string): boolean {
    return isObjectType(this.api.getType(type));
  }

  private rootOf(type: string): string {
    const found = this.api.getType(type);
    return isObjectType(found) ? (found.getInterfaces()[0]?.name ?? type) : type;
  }

  /** The objects of a type: of an interface, all its concrete ones in turn. */
  private pool(type: string): readonly Thing[] {
    const root = this.rootOf(type);
    const whole = this.pools.get(root) ?? this.makePool(root);
    this.pools.set(root, whole);
    if (root === type) return whole;
    const ofType = whole.filter((thing) => thing.type === type);
    return ofType.length > 0 ? ofType : whole;
  }

  private makePool(root: string): readonly Thing[] {
    const types = this.concreteTypes(root);
    const given = this.given[root];
    const facts = given ?? Array.from({ length: usualSize }, () => ({}) as Facts);
    return facts.map((known, index) => {
      const type = types[index % types.length] ?? root;
      const name = `${root} ${index}`;
      return new Thing(type, name, {
        ...this.madeUpKey(root, type, name),
        ...this.agreed(root, type, index),
        ...known,
      });
    });
  }

  private madeUpKey(root: string, type: string, name: string): Facts {
    const fields = (this.api.getType(type) as Extract<GraphQLNamedType, { getFields: unknown }>).getFields();
    const entries = this.keyFields(root).map((field) => {
      const fieldType = fields[field] && getNamedType(fields[field].type);
      const value = isLeafType(fieldType) ? leaf(fieldType, this.seed, { type: root, field, name }) : null;
      return [field, value];
    });
    return Object.fromEntries(entries);
  }

  /** What several agencies say of one application, and must say alike. */
  private agreed(root: string, type: string, index: number): Facts {
    if (root !== 'Application') return {};
    const subgraph = agencyOfApplications[type];
    const agency = catalogue['Agency']?.find((facts) => facts['subgraph'] === subgraph);
    const offered = (agency?.['services'] ?? []) as Ref[];
    return {
      id: `MPP-9${opaqueId('app', this.seed, index).replace(/\D/g, '').padEnd(8, '0').slice(0, 8)}`,
      typeName: type,
      ...(agency ? { agency: new Ref('Agency', { code: agency['code'] }) } : {}),
      ...(offered.length > 0 ? { service: offered[index % offered.length] } : {}),
    };
  }
}

const agencyOfApplications: Readonly<Record<string, string>> = {
  CivilApplication: 'civil-records',
  IdentityApplication: 'identity',
  LicenseApplication: 'business-licensing',
  TaxApplication: 'tax',
};

/** Type -> the fields of its keys, as the supergraph names them. */
function keysOf(supergraph: string): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    const fields = (definition.directives ?? [])
      .filter(({ name }) => name.value === 'join__type')
      .flatMap(({ arguments: values = [] }) => values.filter(({ name }) => name.value === 'key'))
      .flatMap(({ value }) => (value.kind === 'StringValue' ? value.value.split(/\s+/) : []));
    if (fields.length > 0) keys.set(definition.name.value, [...new Set(fields)]);
  }
  return keys;
}
