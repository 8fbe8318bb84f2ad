import { join } from 'node:path';
import { z } from 'zod';
import { sandboxPin } from '../subgraphs/identity/sandbox/credentials.ts';
import { startBrowser } from './check-playground/browse.ts';
import { walk } from './check-playground/walk.ts';
import { dataDirectory } from './dataDirectory.ts';
import { portsOfPlatform, startPlatform } from './platform.ts';
import { findFreePorts } from './ports.ts';

// Walks through the playground in a headless Chromium at desktop and phone width, and leaves the pictures in the data
// directory to be looked at. Fails on a console error, a request to another host, a fault of accessibility, or when
// something is not where it was promised.
const directory = join(dataDirectory(), 'demo');
const port = await findFreePorts(portsOfPlatform(), 4500);
const logFile = join(directory, 'log.jsonl');
const platform = await startPlatform({ directory, port, watch: false, disposable: true, tell: console.log, logFile });
const browser = await startBrowser();
try {
  const nik = await nikOf('food-seller');
  const widths = [
    ['desktop', 1280, 800],
    ['phone', 390, 844],
  ] as const;
  await Promise.all(widths.map(([name, width, height]) => check(name, width, height, nik)));
} finally {
  await browser.close();
  await platform.stop();
}

async function check(name: string, width: number, height: number, nik: string): Promise<void> {
  const told = await walk(browser, {
    url: platform.url,
    oneId: platform.keys.issuer.issuer,
    nik,
    pin: sandboxPin,
    width,
    height,
    picture: (view) => join(dataDirectory(), `playground-${name}-${view}.png`),
  });
  console.log(`The playground works at ${width} x ${height} (${told}): ${dataDirectory()}/playground-${name}-*.png`);
}

/** Numbers count back from the day of the seed, so the sandbox is asked. */
async function nikOf(persona: string): Promise<string> {
  const { token } = z.object({ token: z.string() }).parse(await post('/playground/token', { persona }));
  const answer = await post('/graphql', { query: '{ me { nik } }' }, { authorization: `Bearer ${token}` });
  return z.object({ data: z.object({ me: z.object({ nik: z.string() }) }) }).parse(answer).data.me.nik;
}

async function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(`${platform.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}
