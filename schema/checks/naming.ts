import { type DefinitionNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { Finding } from './lint.ts';
import { fieldsOf, typeName } from './mergedTypes.ts';

type Fault = Omit<Finding, 'agency'>;

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * Finds names that are not written as all others are: types `LikeThis`, fields and arguments `likeThis`, values of enums
 * `LIKE_THIS`; what is sent ends in `Input`, or `Filter` where it narrows a list; a change answers a `...Payload`, which
 * has the `errors` that people can mend.
 */
export function unusualNames(agency: string, schema: DocumentNode): Finding[] {
  const payloads = new Map(schema.definitions.map((one) => [nameOf(one), fieldsOf(one)]));
  const faults = schema.definitions.flatMap((definition) => [
    ...namesOf(definition),
    ...(nameOf(definition) === 'Mutation' ? fieldsOf(definition) : []).flatMap((field) => answer(field, payloads)),
  ]);
  return faults.map((fault) => ({ agency, ...fault }));
}

function namesOf(definition: DefinitionNode): Fault[] {
  const owner = nameOf(definition);
  if (!owner || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
  const faults: Fault[] = pascal.test(owner) ? [] : [{ coordinate: owner, message: 'has to be written LikeThis' }];
  const isInput = definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  if (isInput && !/(Input|Filter)$/.test(owner)) {
    faults.push({ coordinate: owner, message: 'is sent by clients: its name has to end in Input, or in Filter' });
  }
  if ('fields' in definition) {
    for (const field of definition.fields ?? []) {
      const parts = [field, ...('arguments' in field ? (field.arguments ?? []) : [])];
      for (const { name } of parts) {
        const place = name === field.name ? '' : `(${name.value}:)`;
        if (camel.test(name.value)) continue;
        faults.push({ coordinate: `${owner}.${field.name.value}${place}`, message: 'has to be written likeThis' });
      }
    }
  }
  if ('values' in definition) {
    for (const { name } of definition.values ?? []) {
      if (!upper.test(name.value)) {
        faults.push({ coordinate: `${owner}.${name.value}`, message: 'has to be written LIKE_THIS' });
      }
    }
  }
  return faults;
}

/** A payload of another agency, or of schema/shared.graphql, is looked at where it is declared. */
function answer(
  field: FieldDefinitionNode,
  payloads: ReadonlyMap<string | undefined, readonly FieldDefinitionNode[]>,
): Fault[] {
  const coordinate = `Mutation.${field.name.value}`;
  const payload = typeName(field);
  if (!payload.endsWith('Payload')) return [{ coordinate, message: 'is a change: it has to answer a ...Payload' }];
  const fields = payloads.get(payload);
  if (!fields || fields.some(({ name, type }) => name.value === 'errors' && type.kind === Kind.NON_NULL_TYPE))
    return [];
  return [{ coordinate: payload, message: 'has no `errors: [UserError!]!`, in which people read what to mend' }];
}

function nameOf(definition: DefinitionNode): string | undefined {
  return 'name' in definition ? definition.name?.value : undefined;
}
