import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { type RunningServer, startAgencyServer } from '../agencyServer.ts';
import type { DueWork } from '../application/schedule.ts';
import { anonymous } from '../principal.ts';
import { signRequest } from '../signature.ts';
import { defineAgency } from '../subgraph.ts';
import { emptyDatabase } from '../testing/database.ts';
import { keyRingOf } from '../vault/keyRing.ts';
import { createVault } from '../vault/vault.ts';

const later = new Date('2031-05-05T05:05:05.000Z');
const applied: [string, Date][] = [];
const work: DueWork = {
  name: 'codes',
  due: async () => (applied.length === 0 ? ['code-1'] : []),
  applyDue: async (id, now) => {
    applied.push([id, now]);
  },
};

/** An agency that knows nothing but what time it is. */
const sundial = defineAgency({
  name: 'sundial',
  schema: 'type Query { "The time of the service" now: String! @public }',
  models: () => ({}),
  loaders: ({ now }) => ({ loadersTime: now.toISOString() }),
  resolvers: {
    Query: {
      now: (_parent: unknown, _args: unknown, context: { now: Date; loaders: { loadersTime: string } }) =>
        `${context.now.toISOString()} ${context.loaders.loadersTime}`,
    },
  },
  due: () => [work],
});

let connection: Connection;
let server: RunningServer;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
beforeAll(async () => {
  connection = await emptyDatabase('sundial');
  server = await startAgencyServer(sundial, {
    port: 0,
    host: '127.0.0.1',
    connection,
    gatewayKey: publicKey,
    vault: createVault('sundial', keyRingOf('sundial')),
    clock: () => later,
    lookForDueEveryMs: 5,
  });
});
afterAll(async () => {
  await connection.dropDatabase();
  await server.stop();
});

describe('an agency', () => {
  it('goes by the clock of the service, while the signature of who asks goes by the machine', async () => {
    const body = JSON.stringify({ query: '{ now }' });
    const identity = { principal: anonymous, requestId: 'test' };
    const signed = signRequest(privateKey, { agency: 'sundial', path: '/graphql', body, identity });
    const headers = { 'content-type': 'application/json', ...signed };
    const answer = await (await fetch(server.url, { method: 'POST', headers, body })).json();
    expect(answer).toEqual({ data: { now: `${later.toISOString()} ${later.toISOString()}` } });
  });

  it('looks after what comes due by the same clock', () => {
    expect(applied).toEqual([['code-1', later]]);
  });
});
