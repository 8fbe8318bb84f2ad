import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous } from '#kit/principal.ts';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../call/agency.ts';
import { AgencyConnection } from '../call/askAgency.ts';
import { circuitFigures } from '../call/circuit.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const timeoutMs = 200;

/** An agency in a thread of its own, so that it goes on while this one is busy. It answers as late as the variables say. */
const agencyProgram = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { afterMs } = JSON.parse(body).variables;
    if (afterMs !== null) setTimeout(() => response.end('{"data":{"a":1}}'), afterMs);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

let worker: Worker;
let connection: AgencyConnection;
beforeAll(async () => {
  worker = new Worker(agencyProgram, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  connection = new AgencyConnection('tax', `http://127.0.0.1:${port}/graphql`, {
    sign: requestSigner(privateKey),
    timeoutMs,
    shareInFlight: false,
    circuit: { ...circuitFigures, leastCalls: 4, windowMs: 60_000 },
  });
  await ask(0);
});
afterAll(async () => {
  await connection.close();
  await worker.terminate();
});

function ask(afterMs: number | null) {
  return connection.ask({
    operation: prepareOperation('{ a }', false),
    variables: JSON.stringify({ afterMs }),
    identity: { principal: anonymous, requestId: 'r-1' },
    made: null,
  });
}

/** Lets the calls go out, and then does nothing else for so long. */
async function beBusy(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a gateway that is busy itself', () => {
  it('takes the answer that came in time, though it reads it too late', async () => {
    const asked = ask(50);
    await beBusy(2 * timeoutMs);
    expect((await asked).data).toEqual({ a: 1 });
  });

  it('does not hold its own lateness against an agency', async () => {
    const asked = Promise.allSettled(Array.from({ length: 8 }, () => ask(3 * timeoutMs)));
    await beBusy(2 * timeoutMs);
    const codes = (await asked).map((one) => one.status === 'rejected' && one.reason.code);
    expect(codes).toEqual(codes.map(() => 'SUBGRAPH_TIMEOUT'));
    expect(connection.state).toBe('closed');
  });

  it('leaves alone an agency that is silent while it has time to listen', async () => {
    // A machine that is busy with others makes this process late as well, and then nothing is concluded.
    for (let round = 0; round < 10 && connection.state === 'closed'; round += 1) {
      await Promise.allSettled(Array.from({ length: 10 }, () => ask(null)));
    }
    expect(connection.state).toBe('open');
  });
});
