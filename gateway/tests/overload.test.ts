import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOperation } from '../../schema/clientOperations.ts';
import { Overload } from '../admit/overload.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

const underWay = { first: 4, least: 4, most: 4, slow: { times: 1, fromMs: 60_000, atMostMs: 60_000 } };
const figures = { underWay, shareForReads: 0.75, eventLoopDelayMs: 60_000, lateFrom: 1 };
const sendingMs = 500;

/** An agency that takes questions and keeps them. */
let silent: Server;
let questions = 0;
let gateway: LoneGateway;
let token: string;
beforeAll(async () => {
  silent = createServer(() => {
    questions += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  gateway = await startLoneGateway({
    overload: figures,
    sendingMs,
    agencyTimeoutMs: 3_000,
    agencyUrl: () => `http://127.0.0.1:${port}/graphql`,
  });
  token = `Bearer ${await gateway.issuer.tokenFor({ kind: 'citizen', id: 'ctz-overload', scopes: [] })}`;
}, 90_000);
afterAll(async () => {
  await gateway.stop();
  silent.closeAllConnections();
  silent.close();
});

/** Asks so many times, and waits until the agency has all the questions. */
async function hold(count: number, ask: () => Promise<Response>): Promise<Promise<Response>[]> {
  const before = questions;
  const asked = Array.from({ length: count }, ask);
  while (questions - before < count) await new Promise((resolve) => setTimeout(resolve, 10));
  return asked;
}

const read = () => gateway.post(JSON.stringify({ query: clientOperation('Inbox').document }), { authorization: token });
const change = () =>
  gateway.post(
    JSON.stringify({ query: clientOperation('MarkNotificationsRead').document, variables: { ids: ['ntf-1'] } }),
    { authorization: token },
  );

describe('a gateway with more requests than it can answer', () => {
  it('sends readers away at once with a time to come again, and takes changes until it is full', async () => {
    const held = await hold(3, read);
    // The fastest of five: this process shares its core with the gateway and whatever else runs on the machine.
    let refused = await read();
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const started = performance.now();
      refused = await read();
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(100);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'OVERLOADED', retryable: true, retryAfter: 2 } }],
    });

    const [taken] = await hold(1, change);
    expect((await change()).status).toBe(503);
    expect((await taken)?.status).toBe(200);
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('answers again as soon as they are gone', async () => {
    expect((await gateway.post('{"query":"{ __typename }"}')).status).toBe(200);
  });

  it('counts a client that went away as gone', async () => {
    const leaving = new AbortController();
    const headers = { 'content-type': 'application/json', authorization: token };
    const body = JSON.stringify({ query: clientOperation('Inbox').document });
    const ask = () => fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
    const asked = await hold(3, ask);
    leaving.abort();
    await Promise.allSettled(asked);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await gateway.post('{"query":"{ __typename }"}')).status).toBe(200);
  });
});

describe('an event loop that is late', () => {
  it('lets nobody in', async () => {
    const overload = new Overload({ ...figures, eventLoopDelayMs: 50 });
    const leave = overload.enter();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let turn = 0; turn < 6; turn += 1) {
      const until = performance.now() + 150;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(() => overload.enter()).toThrow('Very many people');
    // Whoever comes when nobody else is here is not sent away: the delay is not of their making.
    leave(true);
    expect(() => overload.enter()).not.toThrow();
    overload.stop();
  });
});

describe('a client that sends slowly (A10)', () => {
  it.each([
    ['headers', 50, 'POST /graphql HTTP/1.1\r\nhost: x\r\n', 'x'],
    [
      'a body',
      50,
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
      ' ',
    ],
    ['nothing at all', 500, '', ''],
  ])('is closed when it drips %s, while others are answered', async (_what, count, opening, drop) => {
    const sockets = Array.from({ length: count }, () => dripping(opening, drop));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await gateway.post('{"query":"{ __typename }"}')).status).toBe(200);
    const lived = await Promise.all(sockets);
    expect(Math.max(...lived)).toBeLessThan(sendingMs + 3_000);
    expect((await gateway.post('{"query":"{ __typename }"}')).status).toBe(200);
  });
});

/** Sends a byte now and then. @returns how long the connection was kept, in milliseconds */
function dripping(opening: string, drop: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve) => {
    const socket: Socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write(opening));
    const drip = setInterval(() => drop && socket.writable && socket.write(drop), 50);
    socket.on('error', () => {}).on('data', () => {});
    socket.on('close', () => {
      clearInterval(drip);
      resolve(performance.now() - started);
    });
  });
}

describe('a gateway that is told to stop', () => {
  it('answers what it took, and takes nothing more', async () => {
    const other = await startLoneGateway({
      agencyTimeoutMs: 600,
      agencyUrl: () => `http://127.0.0.1:${(silent.address() as { port: number }).port}/graphql`,
    });
    const question = JSON.stringify({ query: '{ services(first: 1) { edges { node { code } } } }' });
    const before = questions;
    const asked = other.post(question);
    const late = connect(Number(new URL(other.url).port), '127.0.0.1');
    let answers = '';
    late.on('data', (chunk) => {
      answers += chunk;
    });
    const closed = new Promise((resolve) => late.once('close', resolve));
    late.write(requestWith(question));
    while (questions < before + 2) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = other.stop();
    late.write(requestWith(question));
    expect((await asked).status).toBe(200);
    await Promise.all([closed, stopped]);
    expect(answers).toMatch(/^HTTP\/1.1 200 .*HTTP\/1.1 503 .*retry-after: 2\r\n.*"code":"OVERLOADED"/is);
    await expect(other.post('{"query":"{ __typename }"}')).rejects.toThrow();
  });
});

function requestWith(body: string): string {
  const headers = `host: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  return `POST /graphql HTTP/1.1\r\n${headers}\r\n\r\n${body}`;
}
