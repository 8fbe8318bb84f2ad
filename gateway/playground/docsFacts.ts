import type { ExecutionResult, IntrospectionField, IntrospectionQuery, IntrospectionType } from 'graphql';
import type { FieldFacts, SchemaFacts, TypeFacts } from './facts.ts';

/**
 * Writes below the descriptions of an introspected schema who answers for a type or field, who may see it and whether it is
 * personal. The docs, the editor's hints and the explorer all read descriptions, so that they all tell it.
 */
export function describedWith(answer: ExecutionResult, facts: SchemaFacts): ExecutionResult {
  const { __schema: schema } = (answer.data ?? {}) as Partial<IntrospectionQuery>;
  if (!schema) return answer;
  const types = schema.types.map((type) => describedType(type, facts.types[type.name]));
  return { ...answer, data: { ...answer.data, __schema: { ...schema, types } } };
}

function describedType(type: IntrospectionType, facts: TypeFacts | undefined): IntrospectionType {
  if (!facts) return type;
  const description = below(type.description, [...ownersLine(facts.owners), ...commonLines(facts)]);
  if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return { ...type, description };
  return { ...type, description, fields: type.fields.map((field) => describedField(field, facts.fields[field.name])) };
}

function describedField(field: IntrospectionField, facts: FieldFacts | undefined): IntrospectionField {
  if (!facts) return field;
  return { ...field, description: below(field.description, [...ownersLine(facts.owners), ...commonLines(facts)]) };
}

function ownersLine([first, ...others]: readonly string[]): string[] {
  if (!first) return [];
  return [`**Owner:** ${first}${others.length > 0 ? `; ${others.join(', ')} answer too` : ''}`];
}

function commonLines({ seenBy, personal, register }: Pick<FieldFacts, 'seenBy' | 'personal' | 'register'>): string[] {
  return [
    `**Who may see it:** ${seenBy}`,
    ...(personal ? [`**Personal data:** ${personal.toLowerCase()} (UU 27/2022, article 4)`] : []),
    ...(register ? [`**Register:** ${register}`] : []),
  ];
}

/** A list of its own below the text, since lists of fields show the first paragraph only. */
function below(description: string | null | undefined, lines: readonly string[]): string {
  return `${description ?? ''}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
