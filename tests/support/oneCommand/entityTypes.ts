import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { subgraphsFolder } from '../../../schema/agencies.ts';
import type { SampleArguments } from '../everyField.ts';

/** A type that other agencies may refer to, as an agency's schema.graphql declares it. */
export interface EntityType {
  readonly name: string;
  /** The fields of its key. */
  readonly key: readonly string[];
  /** The fields that the agency answers itself. */
  readonly fields: readonly string[];
}

/** How far below a field of an entity is asked: the field's own object, and what that leads to. */
const deepest = 2;

/** The types of an agency that have a key by which the agency finds them. @throws Error for a key with a key in it */
export function entityTypesOf(agency: string): EntityType[] {
  const { definitions } = parse(readFileSync(`${subgraphsFolder}/${agency}/schema.graphql`, 'utf8'));
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const key = resolvableKeyOf(definition);
    if (key === null) return [];
    // What is external comes with the reference; the agency itself has nothing to read for it.
    const own = (definition.fields ?? []).filter(
      ({ directives = [] }) => !directives.some(({ name }) => name.value === 'external'),
    );
    return [{ name: definition.name.value, key, fields: own.map(({ name }) => name.value) }];
  });
}

/**
 * The questions by which all fields of an entity are asked: each on its own, but for the values that lie in the row itself,
 * which nobody resolves and no command can be for.
 */
export function questionsTo(
  { schema, resolvers }: { readonly schema: GraphQLSchema; readonly resolvers: object },
  { name, fields }: EntityType,
  samples: SampleArguments,
): string[] {
  const type = schema.getType(name);
  const ofType = (resolvers as Record<string, object | undefined>)[name] ?? {};
  const isPlain = (field: string) => {
    const declared = isObjectType(type) ? type.getFields()[field] : undefined;
    return declared !== undefined && isLeafType(getNamedType(declared.type)) && !(field in ofType);
  };
  const selections = (some: readonly string[]) => some.map((field) => selectionOf(schema, name, field, samples));
  const [plain, others] = [fields.filter(isPlain), fields.filter((field) => !isPlain(field))];
  return [...(plain.length > 0 ? [selections(plain).join(' ')] : []), ...selections(others)];
}

/** What to ask of one field of an entity: its values, and those of the objects below it. */
export function selectionOf(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  samples: SampleArguments,
): string {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) throw new Error(`The schema has no ${typeName}.${fieldName}.`);
  return asked(typeName, field, deepest) ?? '';

  function asked(parent: string, { name, args, type: output }: GraphQLField<unknown, unknown>, depth: number) {
    const coordinate = `${parent}.${name}`;
    const sample = samples[coordinate] ?? '';
    if (args.some(isRequiredArgument) && sample === '') {
      throw new Error(`There is no sample to ask ${coordinate}: its agency gives one in its tests/samples.ts.`);
    }
    const named = getNamedType(output);
    if (isLeafType(named)) return `${name}${sample}`;
    return depth === 0 ? null : `${name}${sample} { __typename ${below(named, depth - 1)} }`;
  }

  function below(named: GraphQLNamedType, depth: number): string {
    if (isObjectType(named)) return fieldsOf(named.name, named.getFields(), depth).join(' ');
    if (!isAbstractType(named)) return '';
    // Types that stand in for one interface may have fields of one name and of different types.
    const fragments = schema.getPossibleTypes(named).map((one) => {
      const fields = fieldsOf(one.name, one.getFields(), depth).map(
        (text) => `${one.name}_${text.split(/\W/)[0]}: ${text}`,
      );
      return `... on ${one.name} { ${fields.join(' ')} }`;
    });
    return fragments.join(' ');
  }

  function fieldsOf(parent: string, fields: Record<string, GraphQLField<unknown, unknown>>, depth: number): string[] {
    return Object.values(fields).flatMap((field) => asked(parent, field, depth) ?? []);
  }
}

function resolvableKeyOf({ name, directives = [] }: ObjectTypeDefinitionNode): string[] | null {
  for (const directive of directives) {
    if (directive.name.value !== 'key') continue;
    const given = new Map((directive.arguments ?? []).map((one) => [one.name.value, one.value]));
    const resolvable = given.get('resolvable');
    if (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) continue;
    const fields = given.get('fields');
    if (fields?.kind !== Kind.STRING) continue;
    if (fields.value.includes('{')) throw new Error(`The key of ${name.value} leads into an object.`);
    return fields.value.trim().split(/\s+/);
  }
  return null;
}
