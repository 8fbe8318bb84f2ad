import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes generated files, or with `--check` says which of them are not what is committed and ends with exit code 1.
 *
 * @param command that makes them, for the one who has to run it
 */
export function writeGenerated(folder: URL, files: ReadonlyMap<string, string>, command: string): void {
  const changed = [...files].filter(([name, text]) => textOf(new URL(name, folder)) !== text);
  if (process.argv.includes('--check')) {
    for (const [name] of changed) console.error(`${new URL(name, folder).pathname} is not up to date: ${command}`);
    process.exitCode = changed.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of changed) writeFileSync(new URL(name, folder), text);
  console.log(`${files.size} files made, ${changed.length} of them changed.`);
}

function textOf(file: URL): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
