import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultRateLimits } from '../admit/limits.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';
import { type RawAnswer, requestOf, sendRaw } from './support/rawClient.ts';

const connections = { answered: 300, open: 600 };
const underWay = { first: 100, least: 100, most: 100, slow: { times: 1, fromMs: 60_000, atMostMs: 60_000 } };
const overload = { underWay, shareForReads: 1, eventLoopDelayMs: 60_000, lateFrom: 1_000 };
let gateway: LoneGateway;
beforeAll(async () => {
  const rateLimits = { ...defaultRateLimits, callerPerMinute: 1_000_000, addressPerMinute: 1_000_000 };
  gateway = await startLoneGateway({ connections, overload, rateLimits });
}, 90_000);
afterAll(() => gateway.stop());

const question = '{"query":"{ __typename }"}';
const head = ['POST /graphql HTTP/1.1', 'host: x', 'content-type: application/json'];
const request = requestOf([...head, `content-length: ${question.length}`], question);
const statuses = (answers: readonly RawAnswer[]) => answers.map(({ status }) => status);

describe('a body that is too large (A9)', () => {
  const post = (...lines: string[]) => requestOf([...head, ...lines]);
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, '#'), Buffer.from('\r\n')]);
  const bodies: readonly [what: string, opening: string, part: Buffer, status: number][] = [
    ['65 kB', post('content-length: 66560'), Buffer.alloc(66_560, '#'), 413],
    ['10 MB', post('content-length: 10000000'), Buffer.alloc(100_000, '#'), 413],
    ['5 MB of comments in chunks, and without an end', post('transfer-encoding: chunked'), chunk, 413],
    ['one that is packed', post('content-encoding: gzip', 'content-length: 10000000'), chunk, 415],
  ];

  it.each(bodies)('is refused twenty times at once and never held: %s', async (_what, opening, part, status) => {
    const before = outsideTheHeap();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, outsideTheHeap());
    }, 5);
    const answers = await Promise.all(Array.from({ length: 20 }, () => pour(opening, part)));
    clearInterval(watch);
    expect(new Set(answers)).toEqual(new Set([status]));
    expect(most - before).toBeLessThan(10_000_000);
  });
});

/** Where the bytes of bodies are. */
function outsideTheHeap(): number {
  return process.memoryUsage().external;
}

/** Sends an opening and then a part again and again, as fast as it is taken. @returns the status of the answer */
function pour(opening: string, part: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write(opening, more));
    const more = (fault?: Error | null) => {
      if (!fault && said === '' && socket.writable) socket.write(part, more);
      else socket.destroy();
    };
    socket
      .on('error', () => {})
      .on('data', (data) => {
        said += data.toString();
      });
    socket.on('close', () => resolve(Number(said.slice(9, 12))));
  });
}

describe('a thousand connections (A11)', () => {
  it('are answered up to a number, and beyond it told to come again or not taken', async () => {
    const answers = (
      await Promise.all(Array.from({ length: 1_000 }, () => sendRaw(gateway.url, request, 2_000)))
    ).flat();
    const told = statuses(answers);
    expect(told.length).toBeGreaterThan(connections.answered);
    expect(new Set(told)).toEqual(new Set([200, 503]));
    expect(answers.find(({ status }) => status === 503)?.body).toContain('"code":"OVERLOADED"');
    expect((await gateway.post(question)).status).toBe(200);
  });

  it('that say nothing are held up to a number, and the rest are closed at once', async () => {
    const idle = Array.from({ length: 1_000 }, () => connect(Number(new URL(gateway.url).port), '127.0.0.1'));
    const closed = idle.map((socket) => new Promise((resolve) => socket.on('error', () => {}).once('close', resolve)));
    await Promise.any(closed);
    for (const socket of idle) socket.destroy();
    await Promise.all(closed);
  });
});

describe('a thousand requests at one go on one connection (A11)', () => {
  it('are answered in their order', async () => {
    const numbered = Array.from({ length: 1_000 }, (_, n) => {
      const body = JSON.stringify({ query: `{ n${n}: __typename }` });
      const connection = n === 999 ? 'close' : 'keep-alive';
      return requestOf([...head, `connection: ${connection}`, `content-length: ${body.length}`], body);
    });
    const answers = await sendRaw(gateway.url, numbered.join(''), 20_000);
    expect(answers.filter(({ status }) => status === 200 || status === 503)).toHaveLength(1_000);
    answers.forEach(({ status, body }, n) => {
      if (status === 200) expect(body).toContain(`"n${n}"`);
    });
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
  });
});
