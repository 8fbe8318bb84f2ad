import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** How this Node runs TypeScript: by itself where it can (22.18 and newer), else through tsx. */
const runsTypeScript = Boolean((process.features as { typescript?: unknown }).typescript);
const loader = runsTypeScript ? [] : ['--import', 'tsx'];

/** Runs a TypeScript file of the project as a process of its own; with `watch`, anew whenever its sources change. */
export function runSource(
  file: string,
  parameters: readonly string[],
  options: SpawnOptions,
  watch = false,
): ChildProcess {
  const watching = watch ? ['--watch', '--watch-preserve-output'] : [];
  return spawn(process.execPath, [...watching, ...loader, file, ...parameters], { cwd: projectFolder, ...options });
}
