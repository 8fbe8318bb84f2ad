import {
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/** A field that is read once and gone by for a while, as `@cacheControl` says. */
export interface KeptField {
  /** `Type.field` */
  readonly coordinate: string;
  readonly maxAgeSeconds: number;
  /** Why its answers may differ from one caller to the next; null when they do not. */
  readonly fault: string | null;
}

const restricting = ['authenticated', 'requiresScopes', 'policy'];

/** The fields of a schema, an agency's or the composed one, that carry `@cacheControl`. */
export function keptFields({ definitions }: DocumentNode): KeptField[] {
  return definitions
    .filter((definition) => definition.kind === 'ObjectTypeDefinition')
    .flatMap((type) => (type.fields ?? []).flatMap((field) => keptField(type, field)));
}

function keptField(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): KeptField[] {
  const directive = field.directives?.find(({ name }) => name.value === 'cacheControl');
  const age = directive?.arguments?.find(({ name }) => name.value === 'maxAge');
  if (!age) return [];
  const maxAgeSeconds = Number(valueFromASTUntyped(age.value));
  const coordinate = `${type.name.value}.${field.name.value}`;
  return [{ coordinate, maxAgeSeconds, fault: faultOf(type, field, maxAgeSeconds) }];
}

function faultOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode, maxAgeSeconds: number): string | null {
  const marks = [type, field].flatMap(({ directives = [] }) => directives.map(({ name }) => name.value));
  if (restricting.some((rule) => marks.includes(rule)) || !marks.includes('public')) return 'is not @public';
  if (marks.includes('personal')) return 'is @personal';
  // What it rests on would be kept with it, as what it was asked about.
  if (rests(field)) return 'rests on what others say';
  return maxAgeSeconds > 0 ? null : 'has no time that it may be kept';
}

/** By `@requires`, or as a composed graph writes it. */
function rests({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) =>
      name.value === 'requires' || (name.value === 'join__field' && given.some((one) => one.name.value === 'requires')),
  );
}
