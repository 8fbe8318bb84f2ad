import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { askMock, type MockAnswer } from '../mock/askMock.ts';
import { type RunningMock, startMock } from '../mock/startMock.ts';
import { loadAgency } from '../scripts/seedDatabases.ts';
import { connectToSeeded } from './support/seeded.ts';

describe('one agency that runs while all others are mocked', () => {
  let agency: RunningServer;
  let mock: RunningMock;
  beforeAll(async () => {
    const keys = generateKeyPairSync('ed25519');
    agency = await startAgencyServer(await loadAgency('tax'), {
      port: 0,
      host: '127.0.0.1',
      connection: await connectToSeeded('tax'),
      gatewayKey: keys.publicKey,
      vault: createVault('tax', keyRingOf('tax')),
    });
    mock = await startMock({ port: 0, seed: '1', real: { urls: new Map([['tax', agency.url]]), keys } });
  }, 90_000);
  afterAll(async () => {
    await mock.stop();
    await agency.stop();
  });

  const ask = (persona: string): Promise<MockAnswer> =>
    askMock(mock, {
      document: '{ me { fullName businesses { name } taxpayer { clearance { status reasons } } } }',
      persona,
      variables: {},
      headers: {},
    });

  it.each([
    ['late-filer', { status: 'INVALID', reasons: ['RETURNS_NOT_FILED'] }],
    ['food-seller', { status: 'VALID', reasons: [] }],
  ])('answers from its registers for the %s', async (persona, clearance) => {
    const { data, errors = [] } = await ask(persona);

    expect(errors).toEqual([]);
    expect(data).toMatchObject({ me: { fullName: expect.any(String), taxpayer: { clearance } } });
  });
});
