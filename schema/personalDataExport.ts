import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isLeafType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { clientOperationsFolder } from './clientOperations.ts';
import type { ComposedGraph } from './compose.ts';
import {
  concreteTypes,
  type ExportGraph,
  exportGraphOf,
  holdsPersonal,
  homesOf,
  isOnlyNamed,
  openFields,
  selectionOf,
} from './exportSelection.ts';

/** One of the operations by which a citizen gets everything personal that the agencies hold (docs/adr/0017). */
export interface ExportOperation {
  readonly name: string;
  readonly document: string;
  /** The personal fields that it gives. */
  readonly fields: readonly string[];
}

const manifestFile = new URL('./personalDataExport.json', import.meta.url);
const filePrefix = 'personalDataExport';
/** Pages that are tried, the longest first. */
const pageSizes = [100, 50, 20, 10, 5, 2, 1];

/**
 * Makes the operations: one for the citizen's plain facts, one for each list or object of theirs.
 *
 * @param scopes what a citizen's own token grants
 * @param fits whether an operation is small enough for the gateway
 * @throws Error when even a page of one item is too much
 */
export function exportOperations(
  { api, supergraph }: ComposedGraph,
  scopes: readonly string[],
  fits: (document: string) => boolean,
): ExportOperation[] {
  const graph = exportGraphOf(buildSchema(api), parse(supergraph, { noLocation: true }), scopes);
  const homes = homesOf(graph);
  const isPlain = ({ type }: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(type));
  const own = openFields(graph, 'Citizen');
  const isNamed = (field: GraphQLField<unknown, unknown>) => isOnlyNamed(graph, homes, field);
  const named = own
    .filter((field) => isNamed(field) && graph.personal.has(`Citizen.${field.name}`))
    .map(({ name, type }) => `${name} { ${graph.keys.get(getNamedType(type).name)?.join(' ')} }`);
  const plain = [...own.filter(isPlain).map(({ name }) => name), ...named];
  const parts = own.filter(
    (field) =>
      !isPlain(field) &&
      !isNamed(field) &&
      (graph.personal.has(`Citizen.${field.name}`) || holdsPersonal(graph, getNamedType(field.type), ['Citizen'])),
  );
  return [
    exportOperation(graph, 'PersonalDataExport', `query PersonalDataExport { me { ${plain.join(' ')} } }`),
    ...parts.map((field) => {
      const name = `PersonalDataExport${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
      const selection = selectionOf(graph, homes, getNamedType(field.type).name);
      const text = (size: number) => partText(name, field, selection, size);
      const size = pageSizes.find((one) => fits(text(one)));
      if (size === undefined) throw new Error(`${name} is too much for one operation: part the type that it gives.`);
      return exportOperation(graph, name, text(size));
    }),
  ];
}

/** Where it is a page that is asked for, the citizen goes on with `after`; what cannot be known is a variable. */
function partText(name: string, field: GraphQLField<unknown, unknown>, selection: string, size: number): string {
  const asked = field.args.filter(
    (argument) => ['first', 'after'].includes(argument.name) || String(argument.type).endsWith('!'),
  );
  const declared = asked.map(({ name: variable, type }) =>
    variable === 'first' ? `$first: Int = ${size}` : `$${variable}: ${type}`,
  );
  const given = asked.map(({ name: variable }) => `${variable}: $${variable}`);
  const inBrackets = (list: readonly string[]) => (list.length === 0 ? '' : `(${list.join(', ')})`);
  return `query ${name}${inBrackets(declared)} { me { ${field.name}${inBrackets(given)} ${selection} } }`;
}

function exportOperation(graph: ExportGraph, name: string, text: string): ExportOperation {
  const document = parse(text);
  return { name, document: print(document).trim(), fields: fieldsOf(graph, text) };
}

/** What is asked of an interface is given for each type that stands in its place. */
function fieldsOf(graph: ExportGraph, text: string): string[] {
  const { api, personal } = graph;
  const types = new TypeInfo(api);
  const found = new Set<string>();
  visit(
    parse(text),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const type = types.getParentType()?.name ?? '';
        for (const one of [type, ...concreteTypes(graph, type)]) {
          const coordinate = `${one}.${name.value}`;
          if (personal.has(coordinate)) found.add(coordinate);
        }
      },
    }),
  );
  return [...found].sort();
}

/** Writes the operations beside those of our other clients, and the list that the mall tells of them. */
export function writeExport(operations: readonly ExportOperation[]): void {
  for (const file of readdirSync(clientOperationsFolder)) {
    if (file.startsWith(filePrefix)) rmSync(new URL(file, clientOperationsFolder));
  }
  for (const { name, document } of operations) {
    const head = `# Part of the citizen's copy of all personal data; made by npm run compose.\n# persona: food-seller\n`;
    const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}.graphql`;
    writeFileSync(new URL(file, clientOperationsFolder), `${head}${document}\n`);
  }
  writeFileSync(manifestFile, manifestOf(operations));
}

/** The list of the operations as it was last written. */
export function committedManifest(): string {
  return readFileSync(manifestFile, 'utf8');
}

/** The list of the operations, as text. The gateway knows each of them by its id. */
export function manifestOf(operations: readonly ExportOperation[]): string {
  const entries = operations.map(({ name, document, fields }) => ({
    name,
    id: createHash('sha256').update(document).digest('hex'),
    fields: fields.join(' '),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
