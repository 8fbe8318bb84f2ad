import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const sandbox = fileURLToPath(new URL('./sandbox.ts', import.meta.url));

/** Starts one database for the whole test run; seeding goes on while the first tests run. (Jest loads this file as it is.) */
export default async function globalSetup() {
  const child = spawn(process.execPath, ['--import', 'tsx', sandbox], { stdio: ['pipe', 'pipe', 'inherit'] });
  const uri = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The test database ended with exit code ${code}.`)));
  });
  process.env.MONGODB_URI = uri;
  process.env.LOG_LEVEL ??= 'silent';
  globalThis.testSandbox = child;
}
