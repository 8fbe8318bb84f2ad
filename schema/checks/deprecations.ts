import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import type { Finding } from './lint.ts';

/**
 * Finds what is deprecated without saying since when and what to use instead: `@deprecated(reason: "2026-11-24: ask for
 * fullName.")`. The day tells when it was announced; `npm run usage -- --deprecated` tells who still asks for it.
 */
export function unreasonedDeprecations(agency: string, schema: DocumentNode): Finding[] {
  return schema.definitions.flatMap((definition) => {
    const owner = 'name' in definition ? definition.name?.value : undefined;
    const fields = 'fields' in definition ? (definition.fields ?? []) : [];
    const parts = [
      ...fields.map((field) => ({ place: field.name.value, directives: field.directives })),
      ...fields.flatMap((field) =>
        ('arguments' in field ? (field.arguments ?? []) : []).map(({ name, directives }) => ({
          place: `${field.name.value}(${name.value}:)`,
          directives,
        })),
      ),
      ...('values' in definition ? (definition.values ?? []) : []).map(({ name, directives }) => ({
        place: name.value,
        directives,
      })),
    ];
    return parts.flatMap(({ place, directives = [] }) =>
      directives
        .filter((directive) => directive.name.value === 'deprecated' && !isReasoned(directive))
        .map(() => ({
          agency,
          coordinate: `${owner}.${place}`,
          message: 'is deprecated: its reason has to say since when (YYYY-MM-DD) and what to use instead',
        })),
    );
  });
}

const day = /\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/;
const fewestWords = 3;

function isReasoned({ arguments: given = [] }: ConstDirectiveNode): boolean {
  const reason = given.find(({ name }) => name.value === 'reason')?.value;
  if (reason?.kind !== Kind.STRING || !day.test(reason.value)) return false;
  const words = reason.value.replace(day, '').match(/[\p{L}`]{2,}/gu) ?? [];
  return words.length >= fewestWords;
}
