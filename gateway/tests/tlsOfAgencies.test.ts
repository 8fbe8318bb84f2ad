import { generateKeyPairSync } from 'node:crypto';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import tls from 'node:tls';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { anonymous } from '#kit/principal.ts';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../call/agency.ts';
import { AgencyConnection } from '../call/askAgency.ts';
import { testAuthority, testCertificates, testKey } from './support/testCertificates.ts';

const sign = requestSigner(generateKeyPairSync('ed25519').privateKey);
const endings: (() => unknown)[] = [];
let heard = 0;
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  jest.restoreAllMocks();
  heard = 0;
});

const answer: RequestListener = (_request, response) => {
  heard += 1;
  response.end('{"data":{"secret":1}}');
};
const withCertificate = (cert: string) => createServer({ key: testKey, cert }, answer);

/** As NODE_EXTRA_CA_CERTS does, which Node reads only when it starts. */
function trustTestAuthority(): void {
  const make = tls.createSecureContext;
  jest.spyOn(tls, 'createSecureContext').mockImplementation((options) => {
    const made = make(options);
    made.context.addCACert(testAuthority);
    return made;
  });
}

/** Asks over the way that the gateway takes. */
async function askOver(server: Server): Promise<unknown> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const way = new AgencyConnection('tax', `https://127.0.0.1:${port}/graphql`, {
    sign,
    timeoutMs: 10_000,
    shareInFlight: false,
  });
  endings.push(
    () => server.close(),
    () => way.close(),
  );
  const { data } = await way.ask({
    operation: prepareOperation('{ secret }', false),
    variables: '{}',
    identity: { principal: anonymous, requestId: 'r-1' },
    made: null,
  });
  return data;
}

describe('an agency at an address with https (V25)', () => {
  it('is asked when somebody whom the gateway trusts says who it is', async () => {
    trustTestAuthority();
    expect(await askOver(withCertificate(testCertificates.rightName))).toEqual({ secret: 1 });
    expect(heard).toBe(1);
  });

  it.each<[string, boolean, () => Server]>([
    ['it has the certificate of another one', true, () => withCertificate(testCertificates.wrongName)],
    ['nobody knows who signed its certificate', false, () => withCertificate(testCertificates.rightName)],
    ['it speaks without TLS', true, () => createHttpServer(answer)],
  ])('hears nothing and gives nothing when %s', async (_why, isTrusted, server) => {
    if (isTrusted) trustTestAuthority();
    await expect(askOver(server())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', isOurs: false });
    expect(heard).toBe(0);
  });
});
