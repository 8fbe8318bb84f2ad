import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds the agencies, one folder each. */
export const subgraphsFolder = fileURLToPath(new URL('../subgraphs/', import.meta.url));

/**
 * The names of all agencies, in alphabetical order. The folder is the registration: a folder with a schema.graphql is
 * an agency, for composition, code generation, start, seeds and tests.
 */
export function agencyNames(folder: string = subgraphsFolder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/schema.graphql`))
    .map((entry) => entry.name)
    .sort();
}
