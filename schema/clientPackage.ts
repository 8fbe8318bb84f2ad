import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { buildSchema, type GraphQLEnumType, type GraphQLSchema, isEnumType } from 'graphql';
import { clientOperations } from './clientOperations.ts';
import { committedGraph } from './compose.ts';

/** Where the generated part of the typed client lies. */
export const clientFolder = new URL('./client/generated/', import.meta.url);

const heading = '// Made by `npm run client`; not to be changed by hand.\n';
const errorsPage = new URL('../docs/errors.md', import.meta.url);
const scalars = ['ID', 'Date', 'DateTime', 'Nib', 'Nik', 'Npwp', 'RegionCode'];

/** Makes the generated files of the typed client from the committed graph, the clients' operations and docs/errors.md. */
export async function clientPackage(): Promise<ReadonlyMap<string, string>> {
  const schema = buildSchema(committedGraph().api);
  return new Map([
    ['operations.ts', `${heading}${await operationTypes()}`],
    ['documentIds.ts', `${heading}${documentIds()}`],
    ['enumWords.ts', `${heading}${enumWords(schema)}`],
    ['errorCodes.ts', `${heading}${errorCodes(readFileSync(errorsPage, 'utf8'))}`],
  ]);
}

async function operationTypes(): Promise<string> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const made = await generate(
    {
      cwd: here,
      silent: true,
      schema: `${here}api.graphql`,
      documents: `${here}operations/*.graphql`,
      generates: {
        'operations.ts': {
          plugins: ['typescript-operations', 'typed-document-node'],
          config: {
            enumsAsTypes: true,
            useTypeImports: true,
            immutableTypes: true,
            skipTypename: true,
            defaultScalarType: 'string',
            scalars: Object.fromEntries(scalars.map((scalar) => [scalar, 'string'])),
          },
        },
      },
    },
    false,
  );
  const [file] = made as { content: string }[];
  if (!file) throw new Error('No types came of the operations.');
  return `${file.content.trim()}\n`;
}

function documentIds(): string {
  const ids = clientOperations().map(({ name, document }) => [
    name,
    createHash('sha256').update(document).digest('hex'),
  ]);
  return `
/** The SHA-256 of each operation's text, by which the gateway knows it. */
export const documentIds = ${JSON.stringify(Object.fromEntries(ids), null, 2)} as const;
`;
}

/** The words of an enum value: its description is "Bahasa: english". */
export interface Word {
  readonly id: string | null;
  readonly en: string | null;
}

/** Reads "Disetujui: approved" as words of two languages; a remark in brackets, such as "(kode 1)" or "(07)", belongs to neither. */
export function wordsOf(description: string): Word {
  const plain = description.replace(/\s*\((?:kode )?[\d, ]+\)/g, '').trim();
  const [, bahasa, english] = /^([^:]+):\s+(.+)$/s.exec(plain) ?? [];
  if (bahasa === undefined || english === undefined) return { id: plain, en: null };
  return { id: bahasa.trim(), en: english.trim() };
}

function enumWords(schema: GraphQLSchema): string {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith('__'),
  );
  const words = enums.map((type) => [
    type.name,
    Object.fromEntries(type.getValues().map(({ name, description }) => [name, wordsOf(description ?? name)])),
  ]);
  return `
/** What to show for an enum value, in Indonesian and English; null where the schema has no word. */
export interface Word {
  readonly id: string | null;
  readonly en: string | null;
}

/** The words of every enum of the graph. */
export const enumWords = ${JSON.stringify(Object.fromEntries(words), null, 2)} as const satisfies Record<string, Record<string, Word>>;
`;
}

/** The table of docs/errors.md: code, what it means, what a client does. */
export function errorRows(page: string): readonly { code: string; means: string; clientDoes: string }[] {
  return [...page.matchAll(/^\| `([A-Z_]+)` \| (.+) \| (.+) \|$/gm)].map(
    ([, code = '', means = '', clientDoes = '']) => ({
      code,
      means,
      clientDoes,
    }),
  );
}

function errorCodes(page: string): string {
  const codes = errorRows(page).map(({ code, means, clientDoes }) => [code, { means, clientDoes }]);
  return `
/** The closed list of codes: what each means, and what a client does. */
export const errorCodes = ${JSON.stringify(Object.fromEntries(codes), null, 2)} as const;

export type ErrorCode = keyof typeof errorCodes;
`;
}
