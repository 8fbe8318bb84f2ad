import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { anonymous } from '#kit/principal.ts';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../call/agency.ts';
import { AgencyConnection } from '../call/askAgency.ts';

const sign = requestSigner(generateKeyPairSync('ed25519').privateKey);
const servers: Server[] = [];
const connections: AgencyConnection[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Says bytes as they are to each request, of which it is told the id. */
type Says = (id: string, socket: Socket) => void;

const answer = (id: string, headers: readonly string[] = []) => {
  const body = JSON.stringify({ data: { id } });
  return [
    'HTTP/1.1 200 OK',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
};

async function agencyThat(says: Says): Promise<(id: string) => Promise<unknown>> {
  const server = createServer((socket) => {
    sockets.add(socket);
    let come = '';
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      come += chunk.toString();
      for (
        let whole = /"variables":\{"id":"([^"]+)"\}\}/.exec(come);
        whole;
        whole = /"variables":\{"id":"([^"]+)"\}\}/.exec(come)
      ) {
        come = come.slice(whole.index + whole[0].length);
        says(whole[1] ?? '', socket);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const connection = new AgencyConnection('tax', `http://127.0.0.1:${port}/graphql`, {
    sign,
    timeoutMs: 60_000,
    shareInFlight: false,
  });
  connections.push(connection);
  return async (id) => {
    const { data } = await connection.ask({
      operation: prepareOperation('query ($id: ID!) { id }', false),
      variables: JSON.stringify({ id }),
      identity: { principal: anonymous, requestId: id },
      made: null,
    });
    return data;
  };
}

describe('an agency whose HTTP is odd (V23)', () => {
  it.each<[string, Says]>([
    ['a length and chunks', (id, socket) => void socket.write(answer(id, ['transfer-encoding: chunked']))],
    ['headers without an end', (_id, socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`)],
    ['two lengths', (id, socket) => void socket.write(answer(id, ['content-length: 3']))],
    ['a length that is none', (_id, socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}')],
    ['no HTTP at all', (_id, socket) => void socket.write('SSH-2.0-OpenSSH_9.6\r\n')],
    ['another protocol', (_id, socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n')],
  ])('is given up at once, and the process goes on: %s', async (_what, says) => {
    const ask = await agencyThat(says);
    const tries: number[] = [];
    for (const id of ['a', 'b', 'c']) {
      const started = performance.now();
      // Not the end of its time, which is a minute here.
      await expect(ask(id)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', isOurs: false });
      tries.push(performance.now() - started);
    }
    expect(Math.min(...tries)).toBeLessThan(1_000);
  });

  it('is not unpacked, a thousand times over', async () => {
    const ask = await agencyThat((id, socket) => {
      socket.write(answer(id, [`content-encoding: ${Array(1_000).fill('gzip').join(', ')}`]));
    });
    const started = performance.now();
    expect(await ask('a')).toEqual({ id: 'a' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('an answer that nobody asked for (V24)', () => {
  const another = answer('of-somebody-else');

  it.each<[string, Says]>([
    ['behind the right one', (id, socket) => void socket.write(answer(id) + another)],
    ['a little later', (id, socket) => void socket.write(answer(id), () => socket.write(another))],
    ['as surplus bytes', (id, socket) => void socket.write(`${answer(id)}{"data":{"id":"of-somebody-else"}}`)],
  ])('never comes to another caller, of a thousand at once: %s', async (_when, says) => {
    const ask = await agencyThat(says);
    const ids = Array.from({ length: 1_000 }, (_, index) => `caller-${index}`);
    const answers: PromiseSettledResult<unknown>[] = [];
    // So many as an agency is asked at once.
    for (let from = 0; from < ids.length; from += 500) {
      answers.push(...(await Promise.allSettled(ids.slice(from, from + 500).map(ask))));
    }
    const given = answers.flatMap((one, index) =>
      one.status === 'fulfilled' ? [[one.value, { id: ids[index] }]] : [],
    );
    expect(given.length).toBeGreaterThanOrEqual(0.9 * ids.length);
    for (const [got, wanted] of given) expect(got).toEqual(wanted);
  });
});
