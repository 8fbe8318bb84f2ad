import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { checkAgencyContract } from '../scripts/check/agencyContract.ts';
import tax from '../subgraphs/tax/subgraph.ts';

describe('the contract that every agency keeps', () => {
  let agency: TestAgency;
  beforeAll(async () => {
    agency = await startTestAgency(tax);
  }, 60_000);
  afterAll(() => agency.stop());

  it('is kept by the tax agency', async () => {
    const results = await checkAgencyContract({ url: agency.url, name: 'tax', gatewayKey: agency.gatewayKey });

    expect(results.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(results).toHaveLength(11);
  });

  it('is broken by an agency that holds another key', async () => {
    const gatewayKey = generateKeyPairSync('ed25519').privateKey;

    const results = await checkAgencyContract({ url: agency.url, name: 'tax', gatewayKey });
    expect(results.find(({ promise }) => promise.startsWith('tells its schema'))?.fault).toContain('401');
  });

  it('is broken in everything by a server that answers anybody the same', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"data":{}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as { port: number };
      const url = `http://127.0.0.1:${port}/graphql`;
      const results = await checkAgencyContract({ url, name: 'tax', gatewayKey: agency.gatewayKey });
      expect(results.filter(({ fault }) => fault === null)).toEqual([]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
