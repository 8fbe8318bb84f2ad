import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { runSource } from './runSource.ts';
import { endProcess } from './supervise.ts';

export interface Database {
  readonly uri: string;
  /** What it is, in words for the terminal. */
  readonly description: string;
  readonly isEmbedded: boolean;
  stop(): Promise<void>;
}

/** The database to use: the one of `MONGODB_URI` when that is set, else the embedded one, as a process of its own. */
export async function startDatabase(directory: string): Promise<Database> {
  const uri = setting('MONGODB_URI', z.string().optional());
  if (uri) return { uri, description: 'MongoDB at MONGODB_URI', isEmbedded: false, stop: async () => {} };
  return startEmbeddedDatabase(join(directory, 'database'), 'full');
}

/** Starts the embedded database on a free port. @throws Error when it ends before it listens */
export async function startEmbeddedDatabase(directory: string, durability: 'full' | 'process'): Promise<Database> {
  mkdirSync(directory, { recursive: true });
  const child = runSource(
    'embedded-mongo/main.ts',
    ['--data', directory, '--port', '0', '--durability', durability, '--stop-with-parent'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const uri = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The embedded database ended with exit code ${code}.`)));
    if (child.stdout) {
      createInterface({ input: child.stdout }).once('line', (line) => {
        resolve(z.object({ uri: z.string() }).parse(JSON.parse(line)).uri);
      });
    }
  });
  return { uri, description: 'the embedded database', isEmbedded: true, stop: () => endProcess(child) };
}
