import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  validate,
} from 'graphql';
import type { Node } from '../../call/node.ts';

export interface RandomOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Node;
}

/** Names that clients may choose, and that clash with keys, required fields, prototypes and each other. */
const aliases = ['id', 'name', 'title', 'price', 'weight', 'email', 'a', 'b', '__proto__', 'constructor', 'toString'];
const deepest = 3;

/** A valid operation of the schema, the same one for the same seed. `plain` leaves aliases out. */
export function randomOperation(schema: GraphQLSchema, seed: number, kind: 'all' | 'plain' = 'all'): RandomOperation {
  for (let attempt = 0; ; attempt += 1) {
    const made = new Maker(schema, seed + attempt * 1_000_003, kind).operation();
    const document = parse(made.text);
    // Random aliases and variables can contradict each other: such an operation is no operation.
    if (validate(schema, document).length === 0) return { ...made, document };
  }
}

/** Numbers from 0 to below 1 that look random, the same ones for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Maker {
  private readonly schema: GraphQLSchema;
  private readonly random: () => number;
  private readonly kind: 'all' | 'plain';
  private readonly declared = new Map<string, string>();
  private readonly variables: Node = {};
  private readonly fragments: string[] = [];

  constructor(schema: GraphQLSchema, seed: number, kind: 'all' | 'plain') {
    this.schema = schema;
    this.random = randomNumbers(seed);
    this.kind = kind;
  }

  operation(): { text: string; variables: Node } {
    const isMutation = this.chance(0.1);
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    const meta = !isMutation && this.chance(0.05) ? ' meta: __type(name: "Person") { name kind }' : '';
    const body = this.selection(root as GraphQLNamedType, 0).replace(/\}$/, `${meta} }`);
    const declared = [...this.declared].map(([name, type]) => `$${name}: ${type}`).join(', ');
    const head = `${isMutation ? 'mutation' : 'query'} Random${declared ? `(${declared})` : ''}`;
    return { text: [`${head} ${body}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + Math.floor(this.random() * (depth === 0 ? 3 : 4));
    for (let n = 0; n < count; n += 1) {
      const part = isAbstractType(type) && this.chance(0.5) ? this.fragment(type, depth) : this.field(type, depth);
      if (part) parts.push(part);
      if (this.chance(0.1)) parts.push(this.fragment(type, depth));
    }
    if (parts.length === 0 || this.chance(0.1)) parts.push(`${this.chance(0.2) ? 'kind: ' : ''}__typename`);
    return `{ ${parts.join(' ')} }`;
  }

  private field(type: GraphQLNamedType, depth: number): string | null {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const all = Object.values(type.getFields());
    const fitting = depth >= deepest ? all.filter((field) => isLeafType(getNamedType(field.type))) : all;
    const field = this.pick(fitting);
    if (!field) return null;
    const alias = this.kind === 'all' && this.chance(0.25) ? `${this.pick(aliases)}: ` : '';
    const named = getNamedType(field.type);
    const below = isLeafType(named) ? '' : ` ${this.selection(named, depth + 1)}`;
    return `${alias}${field.name}${this.arguments(field)}${this.directive()}${below}`;
  }

  private fragment(type: GraphQLNamedType, depth: number): string {
    const possible = isAbstractType(type) ? [...this.schema.getPossibleTypes(type)] : [];
    const wider = isObjectType(type) ? type.getInterfaces() : [];
    const condition = this.pick([...possible, ...possible, ...wider, type]) ?? type;
    const below = this.selection(condition, depth + 1);
    if (this.chance(0.6)) return `... on ${condition.name}${this.directive()} ${below}`;
    const name = `Part${this.fragments.length}`;
    this.fragments.push('');
    this.fragments[Number(name.slice(4))] = `fragment ${name} on ${condition.name} ${below}`;
    return `...${name}${this.directive()}${this.chance(0.2) ? ` ...${name}` : ''}`;
  }

  private arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      return isNeeded || this.chance(0.6) ? [`${argument.name}: ${this.argument(argument)}`] : [];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private argument(argument: GraphQLArgument): string {
    const value = this.value(argument.type);
    if (!this.chance(0.5)) return literal(value, argument.type);
    const name = this.chance(0.05) ? 'representations' : `v${this.declared.size}`;
    if (this.declared.has(name)) return literal(value, argument.type);
    const hasDefault = !isNonNullType(argument.type) && this.chance(0.3);
    this.declared.set(name, `${argument.type}${hasDefault ? ` = ${literal(value, argument.type)}` : ''}`);
    if (!hasDefault && (isNonNullType(argument.type) || this.chance(0.8))) this.variables[name] = value;
    return `$${name}`;
  }

  private value(type: GraphQLInputType): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [this.value(nullable.ofType), this.value(nullable.ofType)];
    if (isEnumType(nullable)) return this.pick(nullable.getValues())?.name;
    if (!isScalarType(nullable)) return null;
    switch (nullable.name) {
      case 'Int':
        return Math.floor(this.random() * 4);
      case 'Boolean':
        return this.chance(0.5);
      default:
        return this.pick(['p0', 'p1', 'p4', 'b1', 'f2', 'x']);
    }
  }

  private directive(): string {
    if (!this.chance(0.12)) return '';
    const name = this.pick(['skip', 'include']);
    if (this.chance(0.2)) return ` @${name}(if: ${this.chance(0.5)})`;
    const variable = `if${Math.floor(this.random() * 3)}`;
    if (!this.declared.has(variable)) {
      const hasDefault = this.chance(0.3);
      this.declared.set(variable, hasDefault ? 'Boolean! = true' : 'Boolean!');
      if (!hasDefault || this.chance(0.3)) this.variables[variable] = this.chance(0.5);
    }
    return ` @${name}(if: $${variable})`;
  }

  private chance(part: number): boolean {
    return this.random() < part;
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const text = JSON.stringify(value);
  return isEnumType(getNamedType(type)) ? text.replaceAll('"', '') : text;
}
