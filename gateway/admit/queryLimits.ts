import type { DocumentNode } from 'graphql';
import type { QueryLimits } from './limits.ts';
import { type Definition, measureDocument, type Size } from './measure.ts';
import { type Excess, tooMuch } from './refuse.ts';

type Measured = Excess & { readonly value: number };

/**
 * Holds a document against the limits of form, before it is validated: validation and planning compare selections with
 * one another, and a fragment that is spread twice by each of the next ones doubles that work with every level.
 *
 * @throws OPERATION_LIMIT, EXPANSION_LIMIT, DEPTH_LIMIT, ALIAS_LIMIT, ROOT_FIELD_LIMIT, DIRECTIVE_LIMIT
 */
export function assertWithinLimits(document: DocumentNode, limits: QueryLimits): void {
  const { definitions } = measureDocument(document);
  const operations = definitions.filter(({ definition }) => definition.kind === 'OperationDefinition').length;
  const measured: Measured[] = [
    { code: 'OPERATION_LIMIT', what: 'operations', limit: limits.operations, value: operations, where: 'the document' },
    ...definitions.flatMap(({ definition, size }) => measures(definition, size, limits)),
  ];
  const excess = measured.find(({ value, limit }) => value > limit);
  if (excess) throw tooMuch({ ...excess, value: excess.value === Infinity ? null : excess.value });
}

/** A fragment has no depth and no root fields of its own: it has those of the operations that spread it. */
function measures(definition: Definition, size: Size, limits: QueryLimits): Measured[] {
  const where = nameOf(definition);
  const written = 'selections with every fragment written out';
  const aliases = size.rootSchemaFields > 0 ? limits.introspectionAliases : limits.aliases;
  const ofAll: Measured[] = [
    { code: 'EXPANSION_LIMIT', what: written, limit: limits.selections, value: size.selections, where },
    { code: 'ALIAS_LIMIT', what: 'aliases', limit: aliases, value: size.aliases, where },
    { code: 'DIRECTIVE_LIMIT', what: 'directives', limit: limits.directives, value: size.directives, where },
  ];
  if (definition.kind === 'FragmentDefinition') return ofAll;
  const depth = asksForSchemaOnly(size) ? limits.introspectionDepth : limits.depth;
  const deepField = `${where}, at ${pathOf(size, depth + 1)}`;
  return [
    ...ofAll,
    { code: 'DEPTH_LIMIT', what: 'levels of fields', limit: depth, value: size.depth, where: deepField },
    { code: 'ROOT_FIELD_LIMIT', what: 'root fields', limit: limits.rootFields, value: size.rootFields, where },
  ];
}

/** Told by the fields: what an operation or a fragment is called says nothing about it. */
function asksForSchemaOnly({ rootFields, rootSchemaFields, rootTypenames }: Size): boolean {
  return rootSchemaFields > 0 && rootFields === rootSchemaFields + rootTypenames;
}

function nameOf(definition: Definition): string {
  if (definition.kind === 'FragmentDefinition') return `fragment ${definition.name.value}`;
  return `${definition.operation} ${definition.name?.value ?? 'without a name'}`;
}

/** The first field that is too deep, by the way that leads to it. */
function pathOf({ deepest }: Size, levels: number): string {
  const names: string[] = [];
  for (let step = deepest; step && names.length < levels; step = step.below) names.push(step.name);
  return names.join('.');
}
