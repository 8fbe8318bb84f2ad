import { generateKeyPairSync, hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  identityHeader,
  proofHeader,
  requestSigner,
  requestVerifier,
  signatureHeader,
  signRequest,
} from '../signature.ts';
import { signAlone } from '../signedTogether.ts';
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

describe('the statement of who asks', () => {
  it('is good for 60 seconds in all, by whatever clock an agency goes, and never again', () => {
    const taken: number[] = [];
    for (let seconds = -120; seconds <= 120; seconds += 1) {
      const verify = requestVerifier(publicKey, 'tax');
      try {
        verify({ path: '/graphql', body, headers: sign(), now: now + seconds * 1_000 });
        taken.push(seconds);
      } catch {}
    }
    expect([taken[0], taken.at(-1), taken.length]).toEqual([-30, 30, 61]);
  });

  it('ends by itself: signed anew by the gateway’s own key, with another body, it is as old as it was', () => {
    const identityThen = sign()[identityHeader] ?? '';
    const signedAnew = (text: string) => ({
      [identityHeader]: identityThen,
      [signatureHeader]: signAlone(privateKey, `POST\n/graphql\n${hash('sha256', text, 'base64url')}\n${identityThen}`),
    });
    const askAt = (at: number) => {
      const request = {
        path: '/graphql',
        body: '{"query":"{ x }"}',
        headers: signedAnew('{"query":"{ x }"}'),
        now: at,
      };
      return requestVerifier(publicKey, 'tax')(request);
    };
    expect(askAt(now + 29_000)).toMatchObject(identity);
    expect(() => askAt(now + 31_000)).toThrow('This agency answers the gateway only.');
  });
});

describe('requests that are signed together', () => {
  const signTogether = async (count: number) => {
    const sign = requestSigner(privateKey);
    const bodies = Array.from({ length: count }, (_, index) => `{"query":"{ me { id } }","n":${index}}`);
    const signed = bodies.map((body) => sign({ agency: 'tax', path: '/graphql', body, identity, now }));
    const headers = await Promise.all(signed);
    return bodies.map((body, index) => ({ path: '/graphql', body, headers: headers[index] ?? {}, now }));
  };
  const refusal = 'This agency answers the gateway only.';

  it.each([1, 2, 3, 5, 12, 64, 150])('are each proved, %p of them, by one signature in 64', async (count) => {
    const requests = await signTogether(count);
    const verify = requestVerifier(publicKey, 'tax');
    for (const request of requests) expect(verify(request)).toMatchObject(identity);
    expect(new Set(requests.map(({ headers }) => headers[signatureHeader])).size).toBe(Math.ceil(count / 64));
  });

  it('prove nothing for each other', async () => {
    const [one, two] = await signTogether(3);
    const verify = requestVerifier(publicKey, 'tax');
    expect(() => verify({ path: '/graphql', now, body: two?.body ?? '', headers: one?.headers ?? {} })).toThrow(
      refusal,
    );
    const headers = { ...one?.headers, [proofHeader]: two?.headers[proofHeader] };
    expect(() => verify({ path: '/graphql', now, body: one?.body ?? '', headers })).toThrow(refusal);
  });

  it.each([
    ['left out', () => ({})],
    ['cut', (proof: string) => ({ [proofHeader]: proof.slice(0, 43) })],
    ['altered', (proof: string) => ({ [proofHeader]: `A${proof.slice(1)}B` })],
    ['longer than any', (proof: string) => ({ [proofHeader]: proof.repeat(9) })],
    ['a list of proofs', (proof: string) => ({ [proofHeader]: [proof, proof] })],
  ])('are refused with the proof %s', async (_how, change) => {
    const [one] = await signTogether(5);
    const { [proofHeader]: proof = '', ...headers } = one?.headers ?? {};
    const verify = requestVerifier(publicKey, 'tax');
    const request = { path: '/graphql', body: one?.body ?? '', now, headers: { ...headers, ...change(proof) } };
    expect(() => verify(request)).toThrow(refusal);
  });
});
