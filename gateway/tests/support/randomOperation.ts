import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  OverlappingFieldsCanBeMergedRule,
  parse,
  VariablesInAllowedPositionRule,
  validate,
} from 'graphql';
import type { Node } from '../../call/node.ts';
import { literal, randomNumbers, randomValue, type ScalarMaker, smallScalars } from './randomValue.ts';

export interface RandomOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Node;
}

export interface OperationWishes {
  /** `plain` leaves aliases out. */
  readonly kind?: 'all' | 'plain' | undefined;
  /** Makes the values of arguments; those of the small graph when left out. */
  readonly scalars?: ScalarMaker;
  /** About how many fields an operation may have. */
  readonly most?: number;
}

/** Names that clients may choose, and that clash with keys, required fields, prototypes and each other. */
const aliases = ['id', 'name', 'title', 'price', 'weight', 'email', 'a', 'b', '__proto__', 'constructor', 'toString'];
const deepest = 4;

/**
 * What a random operation can be wrong in: aliases that contradict each other, and variables that may be null where null
 * may not be. It is right in everything else as it is made; a test holds some against all rules.
 */
const rules = [OverlappingFieldsCanBeMergedRule, VariablesInAllowedPositionRule];

/** A valid operation of the schema, the same one for the same seed. */
export function randomOperation(schema: GraphQLSchema, seed: number, wishes: OperationWishes = {}): RandomOperation {
  for (let attempt = 0; ; attempt += 1) {
    const made = new Maker(schema, seed + attempt * 1_000_003, wishes).operation();
    const document = parse(made.text, { noLocation: true });
    if (validate(schema, document, rules, { maxErrors: 1 }).length === 0) return { ...made, document };
  }
}

class Maker {
  private readonly schema: GraphQLSchema;
  private readonly random: () => number;
  private readonly wishes: OperationWishes;
  private readonly declared = new Map<string, string>();
  private readonly variables: Node = {};
  private readonly fragments: string[] = [];
  /** How many fields may still come: most operations are small, and some are large. */
  private left: number;

  constructor(schema: GraphQLSchema, seed: number, wishes: OperationWishes) {
    this.schema = schema;
    this.random = randomNumbers(seed);
    this.wishes = wishes;
    this.left = 3 + Math.floor(this.random() ** 3 * (wishes.most ?? 32));
  }

  operation(): { text: string; variables: Node } {
    const isMutation = this.chance(0.1);
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    const meta = !isMutation && this.chance(0.05) ? ' meta: __type(name: "Query") { name kind }' : '';
    const body = this.selection(root as GraphQLNamedType, 0).replace(/\}$/, `${meta} }`);
    const declared = [...this.declared].map(([name, type]) => `$${name}: ${type}`).join(', ');
    const head = `${isMutation ? 'mutation' : 'query'} Random${declared ? `(${declared})` : ''}`;
    return { text: [`${head} ${body}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + Math.floor(this.random() * (depth === 0 ? 3 : 4));
    for (let n = 0; n < count && (n === 0 || this.left > 0); n += 1) {
      const part = isAbstractType(type) && this.chance(0.5) ? this.fragment(type, depth) : this.field(type, depth);
      if (part) parts.push(part);
      if (this.left > 0 && this.chance(0.1)) parts.push(this.fragment(type, depth));
    }
    if (parts.length === 0 || this.chance(0.1)) parts.push(`${this.chance(0.2) ? 'kind: ' : ''}__typename`);
    return `{ ${parts.join(' ')} }`;
  }

  private field(type: GraphQLNamedType, depth: number): string | null {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const all = Object.values(type.getFields());
    const isEnd = depth > 0 && (depth >= deepest || this.left <= 0);
    const field = this.pick(isEnd ? all.filter((one) => isLeafType(getNamedType(one.type))) : all);
    if (!field) return null;
    this.left -= 1;
    const alias = this.wishes.kind !== 'plain' && this.chance(0.25) ? `${this.pick(aliases)}: ` : '';
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
    this.fragments.push(`fragment ${name} on ${condition.name} ${below}`);
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
    const value = randomValue(argument.type, argument.name, this.wishes.scalars ?? smallScalars, this.random);
    if (!this.chance(0.5)) return literal(value, argument.type);
    const name = this.chance(0.05) ? 'representations' : `v${this.declared.size}`;
    if (this.declared.has(name)) return literal(value, argument.type);
    const hasDefault = !isNonNullType(argument.type) && this.chance(0.3);
    this.declared.set(name, `${argument.type}${hasDefault ? ` = ${literal(value, argument.type)}` : ''}`);
    if (!hasDefault && (isNonNullType(argument.type) || this.chance(0.8))) this.variables[name] = value;
    return `$${name}`;
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
