import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identityHeader } from '#kit/signature.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

/** An agency that takes its time, and tells each caller who they are. */
let agency: Server;
let calls = 0;
let gateway: LoneGateway;
beforeAll(async () => {
  agency = createServer((request, response) => {
    calls += 1;
    const { principal } = JSON.parse(Buffer.from(String(request.headers[identityHeader]), 'base64url').toString());
    setTimeout(() => response.end(JSON.stringify({ data: { me: { id: principal.id } } })), 200);
  });
  await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
  const { port } = agency.address() as { port: number };
  gateway = await startLoneGateway({ shareInFlight: true, agencyUrl: () => `http://127.0.0.1:${port}/graphql` });
}, 90_000);
afterAll(async () => {
  await gateway.stop();
  agency.close();
});

it('shares the question of one citizen who asks many times at once, and never with another citizen', async () => {
  const tokens = await Promise.all(
    ['ctz-sari', 'ctz-budi'].map((id) => gateway.issuer.tokenFor({ kind: 'citizen', id, scopes: ['profile:read'] })),
  );
  const body = JSON.stringify({ query: '{ me { id } }' });
  const ask = async (token: string) =>
    ((await (await gateway.post(body, { authorization: `Bearer ${token}` })).json()) as { data: unknown }).data;
  // Once each before, so that tokens are known and the operation is planned: then all of them are under way together.
  for (const token of tokens) await ask(token);
  calls = 0;
  const [sari, budi] = await Promise.all(
    tokens.map((token) => Promise.all(Array.from({ length: 5 }, () => ask(token)))),
  );
  expect(sari).toEqual(Array.from({ length: 5 }, () => ({ me: { id: 'ctz-sari' } })));
  expect(budi).toEqual(Array.from({ length: 5 }, () => ({ me: { id: 'ctz-budi' } })));
  expect(calls).toBe(2);
});
