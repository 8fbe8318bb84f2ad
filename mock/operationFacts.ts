import {
  type ArgumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import type { ClientOperation } from '../schema/clientOperations.ts';
import { askMock, type MockAnswer } from './askMock.ts';
import { exampleVariables, type Variables } from './exampleVariables.ts';
import type { RunningMock } from './startMock.ts';
import type { World } from './world.ts';

/** One variable, or one field of an input. */
export interface VariableFact {
  readonly name: string;
  readonly type: string;
  readonly means: string;
}

/** What docs/api.md says of an operation. */
export interface OperationFacts {
  readonly operation: ClientOperation;
  readonly isChange: boolean;
  /** The fields at its root, with what the schema says of them. */
  readonly roots: readonly { readonly name: string; readonly means: string; readonly perHour: number | null }[];
  readonly variables: readonly VariableFact[];
  readonly example: Variables;
  readonly answer: MockAnswer['data'];
  readonly agencies: readonly string[];
  /** Whether it answers nothing, or less, to somebody who is not signed in. */
  readonly needsSignIn: boolean;
  /** Whether who it is written for has to say what for. */
  readonly needsPurpose: boolean;
}

const atWork = { 'x-purpose': 'Pemeriksaan berkas', 'x-case': 'MPP-900000000' };

/** Finds out what is to be said of an operation: from the schema, and by asking the mock. */
export async function operationFacts(
  operation: ClientOperation,
  { mock, world, supergraph }: { mock: RunningMock; world: World; supergraph: string },
): Promise<OperationFacts> {
  const definition = operationOf(operation.document);
  const example = exampleVariables(operation, world);
  const { document, persona } = operation;
  const ask = (as: string | null, headers: Record<string, string> = {}) =>
    askMock(mock, { document, variables: example, persona: as, headers: { ...atWork, ...headers } });
  const { data, errors } = await ask(persona);
  if (errors) throw new Error(`The mock answers ${operation.name} with ${errors[0]?.message}`);
  const nobody = await ask(null);
  const explained = await ask(persona ?? 'food-seller', { 'x-explain': 'plan' });
  const calls = explained.extensions?.plan?.steps.flatMap((step) => step.calls) ?? [];
  return {
    operation,
    isChange: definition.operation === 'mutation',
    roots: rootsOf(definition, world, supergraph),
    variables: variablesOf(definition, document, world),
    example,
    answer: data,
    agencies: [...new Set(calls.map(({ agency }) => agency))].filter((name) => name !== 'application-types').sort(),
    needsSignIn: nobody.errors !== undefined,
    needsPurpose: persona !== null && isAtWork(persona),
  };
}

function operationOf(document: string): OperationDefinitionNode {
  const found = parse(document).definitions.find(({ kind }) => kind === 'OperationDefinition');
  if (found?.kind !== 'OperationDefinition') throw new Error('A document without an operation.');
  return found;
}

function rootsOf({ operation, selectionSet }: OperationDefinitionNode, { api }: World, supergraph: string) {
  const fields: Record<string, GraphQLField<unknown, unknown>> = api.getRootType(operation as never)?.getFields() ?? {};
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return [];
    const name = selection.name.value;
    return [{ name, means: fields[name]?.description ?? '', perHour: rateOf(supergraph, name) }];
  });
}

/** How often one caller may ask a root field per hour, where the schema says so. */
function rateOf(supergraph: string, root: string): number | null {
  const fields = parse(supergraph, { noLocation: true }).definitions.flatMap((type): readonly FieldDefinitionNode[] =>
    type.kind === 'ObjectTypeDefinition' && ['Query', 'Mutation'].includes(type.name.value) ? (type.fields ?? []) : [],
  );
  const rate = fields
    .find(({ name }) => name.value === root)
    ?.directives?.find(({ name }) => name.value === 'rateLimit')
    ?.arguments?.find(({ name }) => name.value === 'perHour')?.value;
  return rate?.kind === 'IntValue' ? Number(rate.value) : null;
}

function variablesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  document: string,
  { api }: World,
): VariableFact[] {
  const meanings = argumentMeanings(document, api);
  return variableDefinitions.flatMap(({ variable, type: written }) => {
    const type = typeFromAST(api, written as never) as GraphQLInputType | undefined;
    if (!type) return [];
    const input = getNamedType(type);
    const whole = { name: variable.name.value, type: String(type), means: meanings.get(variable.name.value) ?? '' };
    if (!isInputObjectType(input)) return [whole];
    if (whole.means === '') whole.means = input.description ?? '';
    const parts = Object.values(input.getFields()).map((field) => ({
      name: `${whole.name}.${field.name}`,
      type: String(field.type),
      means: field.description ?? '',
    }));
    return [whole, ...parts];
  });
}

/** Variable -> what the schema says of the argument that it is given to. */
function argumentMeanings(document: string, schema: GraphQLSchema): Map<string, string> {
  const meanings = new Map<string, string>();
  const types = new TypeInfo(schema);
  const note = ({ value }: ArgumentNode) => {
    if (value.kind === 'Variable') meanings.set(value.name.value, types.getArgument()?.description ?? '');
  };
  visit(parse(document), visitWithTypeInfo(types, { Argument: { enter: note } }));
  return meanings;
}

function isAtWork(persona: string): boolean {
  return ['officer', 'clerk', 'service'].includes(principalOf(persona as PersonaSlug).kind);
}
