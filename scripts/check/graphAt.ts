import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphVersion } from '../../schema/checks/change/graphVersion.ts';
import { projectFolder } from '../runSource.ts';
import { recordedOperations } from './recordedOperations.ts';

/** There is no such version in git, or it holds no graph. */
export class NoSuchVersion extends Error {
  override readonly name = 'NoSuchVersion';
}

/**
 * Reads the graph and the recorded operations as they are committed.
 *
 * @param ref what git knows the version by, such as `HEAD`, `origin/main` or a commit
 * @throws NoSuchVersion
 */
export function graphAt(ref: string): GraphVersion {
  if (ref.startsWith('-')) throw new NoSuchVersion(`${ref} is no version.`);
  const folder = mkdtempSync(join(tmpdir(), 'mpp-graph-'));
  try {
    const archive = git(['archive', '--format=tar', ref, 'schema/operations']);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return {
      supergraph: git(['show', `${ref}:schema/supergraph.graphql`]).toString('utf8'),
      api: git(['show', `${ref}:schema/api.graphql`]).toString('utf8'),
      operations: recordedOperations(pathToFileURL(join(folder, 'schema/operations/'))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(parameters: readonly string[]): Buffer {
  try {
    const options = { cwd: projectFolder, maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'pipe'] } as const;
    return execFileSync('git', parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const said = (error as { stderr?: Buffer }).stderr?.toString('utf8').trim();
    throw new NoSuchVersion(`git ${parameters.join(' ')}: ${said || String(error)}`);
  }
}
