import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { z } from 'zod';
import { authenticationFromSettings } from './authentication.ts';
import { serveJson } from './jsonServer.ts';

const [port = '', callsFile = ''] = process.argv.slice(2);
const authentication = process.argv.includes('--with-auth') ? authenticationFromSettings() : null;
const callsOf = z
  .record(z.string(), z.array(z.object({ url: z.string(), body: z.string() })))
  .parse(JSON.parse(readFileSync(callsFile, 'utf8')));
const pools = new Map<string, Pool>();

/** All calls at once, the answers one after the other: no step waits for another, and nothing is read. */
serveJson(Number(port), async (body, request) => {
  const citizen = authentication ? await authentication.verify(request.headers.authorization) : '';
  const answers = await Promise.all((callsOf[body] ?? []).map((call) => ask(call, citizen)));
  return `[${answers.join(',')}]`;
});

async function ask({ url, body }: { url: string; body: string }, citizen: string): Promise<string> {
  const { origin, pathname } = new URL(url);
  const signed = authentication?.sign(pathname, body, citizen);
  const response = await poolOf(origin).request({
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...signed },
    body,
  });
  return response.body.text();
}

function poolOf(origin: string): Pool {
  const pool = pools.get(origin) ?? new Pool(origin, { connections: 64, pipelining: 1 });
  pools.set(origin, pool);
  return pool;
}
