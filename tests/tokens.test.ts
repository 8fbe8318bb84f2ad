import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JWK, SignJWT } from 'jose';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { tokenVerifier } from '../gateway/admit/authenticate.ts';

const issuer = 'https://one-id.example/one-id';
const audience = 'mpp-digital';
const seconds = () => Math.floor(Date.now() / 1_000);
const good = () => ({
  iss: issuer,
  aud: audience,
  sub: 'ctz-1',
  role: 'citizen',
  scope: 'identity:nik',
  iat: seconds(),
  exp: seconds() + 300,
});
const header = { alg: 'ES256', typ: 'at+jwt', kid: 'development' };

let key: JWK;
let publicJwk: JWK;
let verify: ReturnType<typeof tokenVerifier>;
let trap: Trap;

beforeAll(async () => {
  key = await newIssuerKey();
  const { d: _private, ...rest } = key;
  publicJwk = rest;
  verify = tokenVerifier({ issuer, audience, keys: { json: JSON.stringify({ keys: [publicJwk] }) } });
  trap = await setTrap();
});
afterAll(() => trap.close());

/** A token whose header and claims are as they are written here, signed by the issuer's key unless said otherwise. */
function token(claims: object, head: object = header, signer: JWK = key): string {
  const input = `${part(head)}.${part(claims)}`;
  const privateKey = createPrivateKey({ key: signer as never, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const refusal = {
  message: 'The access token is not valid, or no longer. Please sign in again.',
  extensions: { code: 'UNAUTHENTICATED' },
};
async function expectRefused(written: string): Promise<void> {
  await expect(verify(`Bearer ${written}`)).rejects.toMatchObject(refusal);
}

describe('an access token', () => {
  it('that is good says who asks', async () => {
    expect(await verify(`Bearer ${token(good())}`)).toEqual({
      kind: 'citizen',
      id: 'ctz-1',
      scopes: ['identity:nik'],
    });
  });

  it.each([
    ['of another issuer', () => ({ iss: 'https://evil.example' })],
    ['of the issuer with a slash more', () => ({ iss: `${issuer}/` })],
    ['without an issuer', () => ({ iss: undefined })],
    ['for another audience', () => ({ aud: 'other' })],
    ['for several audiences', () => ({ aud: [audience, 'other'] })],
    ['for a list of one audience', () => ({ aud: [audience] })],
    ['without an audience', () => ({ aud: undefined })],
    ['that has expired', () => ({ exp: seconds() - 31 })],
    ['without an end', () => ({ exp: undefined })],
    ['whose end is no number', () => ({ exp: 'never' })],
    ['that is not good yet', () => ({ nbf: seconds() + 60 })],
    ['without the time of its making', () => ({ iat: undefined })],
    ['without a subject', () => ({ sub: undefined })],
    ['without a role', () => ({ role: undefined })],
    ['of a role that there is not', () => ({ role: 'admin' })],
    ['of an officer without a region', () => ({ role: 'officer', agency: 'tax' })],
    ['of an officer without an agency', () => ({ role: 'officer', region: '35.10' })],
    ['of a service without an agency', () => ({ role: 'service' })],
  ])('%s is refused', async (_what, change) => {
    await expectRefused(token({ ...good(), ...change() }));
  });

  it('is taken when clocks differ by 29 seconds, and not by 31', async () => {
    await expect(verify(`Bearer ${token({ ...good(), exp: seconds() - 29 })}`)).resolves.toBeDefined();
    await expect(verify(`Bearer ${token({ ...good(), nbf: seconds() + 29 })}`)).resolves.toBeDefined();
    await expectRefused(token({ ...good(), nbf: seconds() + 31 }));
  });

  it.each([
    ['JWT, as an ID token has', { typ: 'JWT' }],
    ['none', { typ: undefined }],
    ['another', { typ: 'logout+jwt' }],
  ])('whose type is %s is refused', async (_what, change) => {
    await expectRefused(token(good(), { ...header, ...change }));
  });

  it.each(['none', 'None', 'NONE', 'nOnE', ''])('with the algorithm "%s" is refused, signed or not', async (alg) => {
    await expectRefused(token(good(), { ...header, alg }));
    await expectRefused(`${part({ ...header, alg })}.${part(good())}.`);
    await expectRefused(`${part({ ...header, alg })}.${part(good())}.AA`);
  });

  it('with an HMAC by the public key is refused, however the key is written', async () => {
    const spki = createPublicKey({ key: publicJwk as never, format: 'jwk' });
    const secrets = [
      spki.export({ format: 'pem', type: 'spki' }),
      spki.export({ format: 'der', type: 'spki' }),
      JSON.stringify(publicJwk),
      Buffer.from(publicJwk.x ?? '', 'base64url'),
    ];
    for (const secret of secrets) {
      const input = `${part({ ...header, alg: 'HS256' })}.${part(good())}`;
      await expectRefused(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`);
    }
  });

  it('with an RSA signature is refused', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await expectRefused(await new SignJWT(good()).setProtectedHeader({ ...header, alg: 'RS256' }).sign(privateKey));
  });

  it.each([
    ['unencoded payload', { b64: false, crit: ['b64'] }],
    ['an unknown critical header', { crit: ['x-unknown'], 'x-unknown': true }],
  ])('with %s is refused', async (_what, change) => {
    await expectRefused(token(good(), { ...header, ...change }));
  });

  it.each([
    ['two signatures', () => `${part(header)}.${part(good())}.AA.AA`],
    ['the form of an encrypted token', () => `${part({ alg: 'dir', enc: 'A256GCM' })}..AA.AA.AA`],
    ['no signature', () => `${part(header)}.${part(good())}`],
    ['JSON in place of its form', () => JSON.stringify({ payload: part(good()), signatures: [] })],
    ['something else altogether', () => 'x'],
  ])('with %s is refused', async (_what, written) => {
    await expectRefused(written());
  });

  it('whose claims were changed after signing is refused', async () => {
    const [head, , signature] = token(good()).split('.');
    await expectRefused(`${head}.${part({ ...good(), role: 'analyst' })}.${signature}`);
  });

  it.each(['Basic', 'Token', ''])('after the word "%s" is refused', async (word) => {
    await expect(verify(`${word} ${token(good())}`)).rejects.toMatchObject(refusal);
  });
});

describe('a token that brings its own key', () => {
  it.each(['jku', 'x5u', 'jwk', 'x5c', 'kid'])('by %s is refused, and no address of it is asked', async (name) => {
    const stranger = await newIssuerKey();
    const { d: _private, ...strangerPublic } = stranger;
    trap.serve({ keys: [{ ...strangerPublic, kid: 'stranger' }] });
    const brought: Record<string, unknown> = {
      jku: trap.url,
      x5u: trap.url,
      jwk: strangerPublic,
      x5c: [Buffer.from('certificate').toString('base64')],
      kid: trap.url,
    };
    const head = { ...header, kid: name === 'kid' ? trap.url : 'stranger', [name]: brought[name] };
    await expectRefused(token(good(), head, stranger));
    await expectRefused(token(good(), { ...head, kid: 'development' }, stranger));
    expect(trap.asked()).toBe(0);
  });

  it.each([
    ['a path', '../../../dev/null'],
    ['SQL', "' OR '1'='1"],
    ['ten kilobytes', 'k'.repeat(10_000)],
    ['a property of every object', '__proto__'],
    ['no text', 7],
  ])('by a kid that is %s is refused', async (_what, kid) => {
    await expectRefused(token(good(), { ...header, kid }));
  });
});

describe('keys at an address', () => {
  it('are asked for once, however many tokens name a key that nobody knows', async () => {
    trap.serve({ keys: [publicJwk] });
    const remote = tokenVerifier({ issuer, audience, keys: { url: trap.url } });
    await remote(`Bearer ${token(good())}`);
    const before = trap.asked();
    const unknown = Array.from({ length: 20 }, (_, index) => token(good(), { ...header, kid: `unknown-${index}` }));
    await Promise.allSettled(unknown.map((written) => remote(`Bearer ${written}`)));
    expect(trap.asked() - before).toBe(0);
  });

  it('go on while their address does not answer', async () => {
    const short = await setTrap();
    short.serve({ keys: [publicJwk] });
    const remote = tokenVerifier({ issuer, audience, keys: { url: short.url } });
    await remote(`Bearer ${token(good())}`);
    await short.close();
    await expect(remote(`Bearer ${token(good())}`)).resolves.toMatchObject({ id: 'ctz-1' });
  });
});

interface Trap {
  readonly url: string;
  serve(answer: object): void;
  asked(): number;
  close(): Promise<void>;
}

/** A server on this machine that counts who comes. */
async function setTrap(): Promise<Trap> {
  let [answer, count]: [object, number] = [{ keys: [] }, 0];
  const server: Server = createServer((_request, response) => {
    count++;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/keys`,
    serve(next) {
      [answer, count] = [next, 0];
    },
    asked: () => count,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
