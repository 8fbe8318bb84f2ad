import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { projectFolder } from '../../scripts/runSource.ts';

/** The project's own files, path -> text; a test may plant a fault by adding one. */
export type SourceTree = ReadonlyMap<string, string>;

/** One import of one file by another; a package keeps its bare name. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Of types alone: nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

const importForm =
  /(?:^|[^.\w])(?:import|export)\s(type\s)?[^'"();]*?from\s*'([^']+)'|(?:^|[^.\w])import\s*\(?\s*'([^']+)'/gm;

/** Reads every text file that git knows or would take. */
export function readSourceTree(): SourceTree {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  const paths = listed.split('\n').filter((path) => /\.(ts|tsx|js|md|graphql|yml|json)$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(`${projectFolder}${path}`, 'utf8')]));
}

/** The same tree with one more file, or another text of one. */
export function withFile(tree: SourceTree, path: string, text: string): SourceTree {
  return new Map([...tree, [path, text]]);
}

/** The same tree without a file. */
export function withoutFile(tree: SourceTree, path: string): SourceTree {
  return new Map([...tree].filter(([known]) => known !== path));
}

/** The TypeScript sources. */
export function sources(tree: SourceTree): [path: string, text: string][] {
  return [...tree].filter(([path]) => /\.tsx?$/.test(path));
}

/** Every import in the tree, with relative and `#kit/` paths resolved. */
export function importsOf(tree: SourceTree): Import[] {
  return sources(tree).flatMap(([from, text]) =>
    [...text.matchAll(importForm)].map(([, type, named, bare]) => ({
      from,
      to: resolve(from, named ?? bare ?? ''),
      typesOnly: type !== undefined,
    })),
  );
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#kit/')) return `kit/${specifier.slice('#kit/'.length)}`;
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier;
}

/** The agencies of a tree: folders of subgraphs/ with a schema. */
export function agenciesOf(tree: SourceTree): string[] {
  return [...tree.keys()].flatMap((path) => /^subgraphs\/([^/]+)\/schema\.graphql$/.exec(path)?.[1] ?? []).sort();
}
