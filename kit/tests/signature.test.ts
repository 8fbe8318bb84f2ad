import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { identityHeader, requestVerifier, signatureHeader, signRequest } from '../signature.ts';
import { asCitizen } from '../testing/builders.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const identity = { principal: asCitizen('ctz-1'), requestId: 'r-1' };
const other = { principal: asCitizen('ctz-2'), requestId: 'r-1' };
const body = '{"query":"{ me { id } }"}';
const now = Date.parse('2026-11-24T03:00:00Z');
const sign = (change: Partial<Parameters<typeof signRequest>[1]> = {}) =>
  signRequest(privateKey, { agency: 'tax', path: '/graphql', body, identity, now, ...change });

describe('a signed request', () => {
  it('tells the agency who asks', () => {
    const verify = requestVerifier(publicKey, 'tax');
    expect(verify({ path: '/graphql', body, headers: sign(), now })).toEqual({ ...identity, purpose: undefined });
  });

  it.each([
    ['has no signature', { headers: {} }],
    ['has another body', { body: '{"query":"{ me { nik } }"}' }],
    ['goes to another path', { path: '/other' }],
    ['was made for another agency', { headers: sign({ agency: 'mall' }) }],
    ['is 31 seconds old', { now: now + 31_000 }],
    ['comes 31 seconds from the future', { now: now - 31_000 }],
    [
      'has another caller put in',
      { headers: { ...sign(), [identityHeader]: sign({ identity: other })[identityHeader] } },
    ],
    ['has a signature that is no base64', { headers: { ...sign(), [signatureHeader]: '***' } }],
  ])('is refused when it %s', (_what, change) => {
    const verify = requestVerifier(publicKey, 'tax');
    expect(() => verify({ path: '/graphql', body, headers: sign(), now, ...change })).toThrow(
      'This agency answers the gateway only.',
    );
  });

  it('is refused the second time', () => {
    const verify = requestVerifier(publicKey, 'tax');
    const request = { path: '/graphql', body, headers: sign(), now };
    verify(request);
    expect(() => verify(request)).toThrow('This agency answers the gateway only.');
  });

  it('is still refused the second time when many others came between', () => {
    const verify = requestVerifier(publicKey, 'tax');
    const request = { path: '/graphql', body, headers: sign(), now };
    verify(request);
    for (let index = 0; index < 100; index++) verify({ path: '/graphql', body, headers: sign(), now: now + 29_000 });
    expect(() => verify({ ...request, now: now + 29_500 })).toThrow('This agency answers the gateway only.');
  });

  it('is taken within 29 seconds of clock difference', () => {
    const verify = requestVerifier(publicKey, 'tax');
    expect(verify({ path: '/graphql', body, headers: sign(), now: now + 29_000 }).requestId).toBe('r-1');
    expect(verify({ path: '/graphql', body, headers: sign(), now: now - 29_000 }).requestId).toBe('r-1');
  });
});
