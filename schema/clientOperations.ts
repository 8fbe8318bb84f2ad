import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';

/** A document that a client uses in earnest: the tests, the demo and the playground read the same ones. */
export interface ClientOperation {
  readonly name: string;
  /** What it is for, from the comment at its head. */
  readonly summary: string;
  readonly document: string;
  /** Variables that make it answer on sandbox data, or null when it needs none. */
  readonly variables: Readonly<Record<string, unknown>> | null;
  /** The persona that it is written for. */
  readonly persona: string | null;
  /** How long all its calls to agencies may take together, in milliseconds; null for as long as any other's. */
  readonly budgetMs: number | null;
}

/** Where the documents of our own clients stand. */
export const clientOperationsFolder = new URL('./operations/', import.meta.url);

/**
 * Reads the documents of a folder or of several, usually schema/operations/*.graphql, in order of their file names. The head of
 * each file is a comment: what it is for, then `persona: food-seller`, `variables: {...}` and `budget: 5000` (milliseconds)
 * lines where they apply.
 *
 * @throws Error when a file does not hold exactly one named operation, or two have the same name
 */
export function clientOperations(folders: URL | readonly URL[] = clientOperationsFolder): ClientOperation[] {
  const operations = [folders].flat().flatMap(operationsIn);
  const names = operations.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`Two documents of our clients are called ${twice}: each has a name of its own.`);
  return operations;
}

function operationsIn(folder: URL): ClientOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readOperation(file, readFileSync(new URL(file, folder), 'utf8')));
}

/** One of the clients' operations. @throws Error when there is none of that name */
export function clientOperation(name: string): ClientOperation {
  const operation = clientOperations().find((candidate) => candidate.name === name);
  if (!operation) throw new Error(`schema/operations holds no operation ${name}.`);
  return operation;
}

function readOperation(file: string, text: string): ClientOperation {
  const operations = parse(text).definitions.filter(({ kind }) => kind === 'OperationDefinition');
  const [operation] = operations;
  const name = operation && 'name' in operation ? operation.name?.value : undefined;
  if (operations.length !== 1 || !name) throw new Error(`${file} must hold exactly one named operation.`);
  const head = text.split('\n').filter((line) => line.startsWith('#'));
  const lines = head.map((line) => line.replace(/^#\s?/, ''));
  const value = (key: string) => lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
  const variables = value('variables');
  const budget = value('budget');
  return {
    name,
    summary: lines.filter((line) => !/^(persona|variables|budget): /.test(line)).join(' '),
    document: text
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trim(),
    variables: variables ? (JSON.parse(variables) as Record<string, unknown>) : null,
    persona: value('persona') ?? null,
    budgetMs: budget === undefined ? null : budgetOf(file, budget),
  };
}

/** The budget of a document. With what is no number nobody would be waited for as long as was meant. */
function budgetOf(file: string, written: string): number {
  const budget = /^\d{1,6}$/.test(written.trim()) ? Number(written) : 0;
  if (budget > 0) return budget;
  throw new Error(`${file} must say its budget in whole milliseconds, as in "budget: 5000": "${written}" is none.`);
}
