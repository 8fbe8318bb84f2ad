import { join } from 'node:path';
import { dataDirectory } from './dataDirectory.ts';
import { portsOfPlatform, startPlatform } from './platform.ts';
import { findFreePorts } from './ports.ts';
import { runSource } from './runSource.ts';

// Opens the playground in a headless Chromium at desktop and phone width, runs the dashboard, and leaves the pictures in
// the data directory to be looked at. Fails on a console error, a request to another host, or a missing answer.
const directory = join(dataDirectory(), 'demo');
const port = await findFreePorts(portsOfPlatform(), 4500);
const logFile = join(directory, 'log.jsonl');
const platform = await startPlatform({ directory, port, watch: false, disposable: true, tell: console.log, logFile });
try {
  for (const [name, width, height] of [
    ['desktop', 1280, 800],
    ['phone', 390, 844],
  ] as const) {
    const picture = join(dataDirectory(), `playground-${name}.png`);
    await look([`http://127.0.0.1:${port}/playground/`, picture, String(width), String(height), '--plan']);
    console.log(`The playground works at ${width} x ${height}: ${picture}`);
  }
} finally {
  await platform.stop();
}

async function look(parameters: readonly string[]): Promise<void> {
  const child = runSource('gateway/playground/screenshot.ts', parameters, { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The playground did not pass (exit code ${code}).`);
}
