import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const sandbox = fileURLToPath(new URL('./sandbox.ts', import.meta.url));

/** Starts one database for the whole test run; seeding goes on while the first tests run. (Jest loads this file as it is.) */
export default async function globalSetup() {
  // Seeds and agencies run in several processes; all of them seal with the same keys.
  const kid = 'test-run';
  process.env.VAULT_KEYS = JSON.stringify({ current: kid, keys: { [kid]: randomBytes(32).toString('base64') } });
  const child = spawn(process.execPath, ['--import', 'tsx', sandbox], { stdio: ['pipe', 'pipe', 'inherit'] });
  const written = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The test database ended with exit code ${code}.`)));
  });
  const { uri, directory } = JSON.parse(written);
  process.env.MONGODB_URI = uri;
  process.env.TEST_DATA_DIRECTORY = directory;
  process.env.LOG_LEVEL ??= 'silent';
  globalThis.testSandbox = child;
}
