import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SettingError } from '#kit/setting.ts';
import { issuerKeys } from '../admit/issuerKeys.ts';

let issuer: Server | null = null;
afterEach(() => {
  issuer?.close();
});

describe('the keys that tokens are verified with', () => {
  it.each([{ url: 'http://one-id.example/jwks' }, { discoverAt: 'http://one-id.example' }])(
    'are not taken over the open net from %j',
    (keys) => {
      expect(() => issuerKeys(keys)).toThrow(SettingError);
    },
  );

  it.each([
    { url: 'https://one-id.example/jwks' },
    { discoverAt: 'https://one-id.example' },
    { url: 'http://127.0.0.1:4003/one-id/jwks' },
    { discoverAt: 'http://localhost:4003/one-id' },
  ])('may come from %j', (keys) => {
    expect(() => issuerKeys(keys)).not.toThrow();
  });

  it('are not taken from an open address that the issuer itself names', async () => {
    const address = await issuerNaming('http://one-id.example/jwks');
    const key = issuerKeys({ discoverAt: address })({ alg: 'ES256', kid: 'k' }, { payload: '', signature: '' });
    await expect(key).rejects.toThrow('must come by https');
  });
});

function issuerNaming(jwksUri: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer((_request, response) => {
      const { port } = server.address() as { port: number };
      response.end(JSON.stringify({ issuer: `http://127.0.0.1:${port}`, jwks_uri: jwksUri }));
    });
    issuer = server;
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}`));
  });
}
