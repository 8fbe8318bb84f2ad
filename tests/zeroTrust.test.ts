import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { principalOf } from '#kit/sandbox/population.ts';
import { identityHeader, signatureHeader } from '#kit/signature.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

/** What came to an agency's door. */
interface Recorded {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const occupations = '{ occupations { code } }';
const answered = JSON.stringify({ data: { occupations: [] } });
let door: Server;
let platform: TestPlatform;
let recorded: Recorded[];

beforeAll(async () => {
  door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      recorded.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.setHeader('content-type', 'application/json').end(answered);
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as { port: number };
  platform = await startTestPlatform({ agencyUrl: () => `http://127.0.0.1:${port}/graphql` });
}, 90_000);
beforeEach(() => {
  recorded = [];
});
afterAll(async () => {
  await platform.stop();
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
});

const sent = new Set(['host', 'connection', 'content-type', 'content-length', 'accept']);
const ours = (name: string) => /^x-mpp-(identity|signature|proof)$/.test(name);
const strangers = ({ headers }: Recorded) => Object.keys(headers).filter((name) => !sent.has(name) && !ours(name));
const statementIn = ({ headers }: Recorded) =>
  JSON.parse(Buffer.from(String(headers[identityHeader]), 'base64url').toString());

async function record(headers: Record<string, string> = {}): Promise<Recorded> {
  await platform.ask(occupations, { as: 'officer-identity', headers });
  const [request] = recorded;
  if (!request) throw new Error('Nothing came to the agency.');
  return request;
}

describe('a header of a client', () => {
  const forged = Buffer.from(JSON.stringify({ principal: principalOf('food-seller') })).toString('base64url');

  it.each([
    [identityHeader, forged],
    [signatureHeader, 'AAAA'],
    ['x-mpp-proof', 'AAAA'],
    ['x-mpp-agency', 'tax'],
    ['x-user-id', 'ctz-1'],
    ['x-forwarded-user', 'ctz-1'],
    ['cookie', 'session=1'],
  ])('named %s reaches no agency, and changes nothing of who asks', async (name, value) => {
    const request = await record({ [name]: value });
    expect(strangers(request)).toEqual([]);
    expect(Object.values(request.headers)).not.toContain(value);
    expect(statementIn(request).principal).toEqual(principalOf('officer-identity'));
  });

  it('such as the access token stays at the gateway', async () => {
    const request = await record();
    expect(JSON.stringify(request)).not.toContain('Bearer');
  });

  it('that is longer than a purpose may be is cut to 200 characters', async () => {
    const request = await record({ 'x-purpose': 'p'.repeat(5_000), 'x-case': 'c'.repeat(5_000) });
    expect(statementIn(request)).toMatchObject({ purpose: 'p'.repeat(200), caseId: 'c'.repeat(200) });
  });

  it.each(['\n', '\r', '\r\n', '\r\n '])('makes no second header by %j in a purpose', async (lineBreak) => {
    await sendRaw(`x-purpose: a file${lineBreak}x-mpp-agency: tax`);
    expect(recorded.flatMap(strangers)).toEqual([]);
    for (const request of recorded) expect(statementIn(request).principal).toEqual({ kind: 'anonymous' });
  });
});

describe('a request of the gateway that somebody recorded', () => {
  const replay = async (agency: string, { headers, body }: Recorded) => {
    const signed = Object.entries(headers).filter(([name]) => ours(name)) as [string, string][];
    const url = platform.agencyUrls.get(agency) ?? '';
    const init = { method: 'POST', headers: [...signed, ['content-type', 'application/json']] as [string, string][] };
    return (await fetch(url, { ...init, body })).status;
  };

  it('is good at its own agency, once', async () => {
    const request = await record();
    expect(await replay('identity', request)).toBe(200);
    expect(await replay('identity', request)).toBe(401);
  });

  it.each(['tax', 'mall', 'civil-records', 'business-licensing'])('is refused at %s', async (agency) => {
    expect(await replay(agency, await record())).toBe(401);
  });

  it('is refused with another question, and with another caller', async () => {
    const [one, other] = [await record(), await record()];
    expect(await replay('identity', { ...one, body: one.body.replace('code', 'name') })).toBe(401);
    const statement = statementIn(other);
    const citizen = { ...statement, principal: principalOf('food-seller') };
    const headers = { ...other.headers, [identityHeader]: Buffer.from(JSON.stringify(citizen)).toString('base64url') };
    expect(await replay('identity', { ...other, headers })).toBe(401);
  });
});

/** Sends bytes as no decent client would, and waits until the gateway has answered. */
function sendRaw(header: string): Promise<string> {
  const { hostname, port } = new URL(platform.url);
  const body = JSON.stringify({ query: occupations });
  const head = ['POST /graphql HTTP/1.1', `host: ${hostname}`, 'content-type: application/json', 'connection: close'];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write([...head, `content-length: ${body.length}`, header, '', body].join('\r\n')),
    );
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
