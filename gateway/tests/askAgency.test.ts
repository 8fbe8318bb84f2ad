import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { anonymous } from '#kit/principal.ts';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../call/agency.ts';
import { AgencyConnection, type ConnectionOptions } from '../call/askAgency.ts';
import { circuitFigures } from '../call/circuit.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const servers: Server[] = [];
const connections: AgencyConnection[] = [];
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('an agency that was taken over', () => {
  it('sends the gateway nowhere else', async () => {
    let strangers = 0;
    const trap = await serving((_request, response) => {
      strangers++;
      response.end('{"data":{"secret":1}}');
    });
    const asked = ask(await serving((_request, response) => response.writeHead(307, { location: trap }).end()));
    await expect(asked).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
    expect(strangers).toBe(0);
  });

  it('is given up when it answers byte by byte', async () => {
    const dripping = await serving((_request, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(ask(dripping)).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  });

  it('is given up when its answer has no end', async () => {
    const flooding = await serving((_request, response) => {
      const flood = setInterval(() => response.write(Buffer.alloc(1_000_000, ' ')), 1);
      response.on('close', () => clearInterval(flood));
    });
    await expect(ask(flooding, 20_000)).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
  });
});

describe('what an agency says', () => {
  it.each([
    ['JSON that is no GraphQL, with 500', 500, '{"statusCode":500,"message":"Internal error"}'],
    ['an empty object', 200, '{}'],
    ['half an object', 200, '{"data":'],
    ['data beside a redirect', 307, '{"data":{"a":1}}'],
    ['data beside 304', 304, '{"data":{"a":1}}'],
  ])('fails for everybody alike when it is %s', async (_what, status, body) => {
    const { asked, outcomes, state } = heard(
      await serving((_request, response) => response.writeHead(status).end(body)),
    );
    await expect(asked).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
    expect([outcomes, state()]).toEqual([['SUBGRAPH_INVALID_RESPONSE'], 'open']);
  });

  it.each([
    ['data behind white space', 200, '\r\n\t {"data":{"a":1}}', { data: { a: 1 }, errors: [] }],
    ['errors with 503', 503, '{"errors":[{"message":"Away"}]}', { data: null, errors: [{ message: 'Away' }] }],
    ['errors with 400', 400, '{"errors":[{"message":"No"}],"data":null}', { data: null, errors: [{ message: 'No' }] }],
  ])('is an answer for everybody alike when it is %s', async (_what, status, body, answer) => {
    const { asked, outcomes, state } = heard(
      await serving((_request, response) => response.writeHead(status).end(body)),
    );
    expect(await asked).toMatchObject(answer);
    expect([outcomes, state()]).toEqual([['OK'], 'closed']);
  });
});

/** What one call comes to for who asked, for the metrics, and for a circuit that opens at the first failure. */
function heard(url: string) {
  const outcomes: string[] = [];
  const asked = ask(url, 10_000, {
    circuit: { ...circuitFigures, leastCalls: 1 },
    called: (_agency, outcome) => outcomes.push(outcome),
  });
  return { asked, outcomes, state: () => connections.at(-1)?.state };
}

function ask(url: string, timeoutMs = 300, options: Partial<ConnectionOptions> = {}) {
  const connection = new AgencyConnection('tax', url, {
    sign: requestSigner(privateKey),
    timeoutMs,
    shareInFlight: false,
    ...options,
  });
  connections.push(connection);
  const identity = { principal: anonymous, requestId: 'r-1' };
  return connection.ask({
    operation: prepareOperation('{ a }', false),
    variables: '{}',
    identity,
    made: null,
  });
}

function serving(answer: RequestListener): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer(answer);
    servers.push(server);
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`),
    );
  });
}
