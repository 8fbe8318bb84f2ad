import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';

const usualPort = 4000;
const fileName = 'gateway-port';

/** Notes in the data directory which port its platform was started on last, for those who ask for its tokens. */
export function noteStartedPort(directory: string, port: number): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, fileName), String(port));
}

/** The gateway's port: `PORT` when that is set, else the one that the platform of the data directory was started on. */
export function startedPort(directory: string): number {
  return setting('PORT', z.coerce.number().int().optional()) ?? notedPort(directory) ?? usualPort;
}

function notedPort(directory: string): number | null {
  try {
    return Number(readFileSync(join(directory, fileName), 'utf8'));
  } catch {
    return null;
  }
}
