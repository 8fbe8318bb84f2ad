import { existsSync, readdirSync, statSync } from 'node:fs';
import { environmentWith } from '#kit/setting.ts';
import { projectFolder, runSource } from './runSource.ts';

const sources = `${projectFolder}gateway/playground/`;
const built = `${sources}dist/index.html`;
const vite = 'node_modules/vite/bin/vite.js';

/**
 * Builds the playground's pages where there are none, or older ones than their sources. Without the build tools (an image)
 * they are built beforehand.
 *
 * @throws Error when they cannot be built
 */
export async function buildPlayground(tell: (line: string) => void): Promise<void> {
  if (isUpToDate() || !existsSync(`${projectFolder}${vite}`)) return;
  tell('Building the playground ...');
  // A process of its own: Vite leaves NODE_ENV=production behind, which every process started later would inherit.
  const parameters = ['build', '--config', 'gateway/playground/vite.config.ts', '--logLevel', 'error'];
  const child = runSource(vite, parameters, { env: environmentWith({}), stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The playground could not be built (exit code ${code}).`);
}

function isUpToDate(): boolean {
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  const files = readdirSync(sources).filter((file) => /\.(tsx?|css|html|svg)$/.test(file));
  return files.every((file) => statSync(`${sources}${file}`).mtimeMs <= since);
}
