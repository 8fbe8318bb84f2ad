import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLog, type Log } from '../../log.ts';
import { type AccessBatch, emptyChain, headAfter, sealBatch } from '../entry.ts';
import { type Relay, startRelay } from '../relay.ts';
import { announcementsPath, readRelayed, signRelayed } from '../relayed.ts';
import { aNote } from './notes.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = new Map([['tax', publicKey]]);
const log = createLog('test', () => {});

/** A chain of three batches: one citizen, a search that found nobody, two citizens. */
const first = sealBatch('tax', emptyChain, [aNote('ctz-1')]);
const second = sealBatch('tax', headAfter(first), [{ ...aNote(), subject: null }]);
const third = sealBatch('tax', headAfter(second), [aNote('ctz-2'), aNote('ctz-3')]);

let receiver: Server;
let isAway = false;
/** More batches than this at once the receiver refuses. */
let mostBatches: number;
let told: { batch: number; subjects: string[] }[];
let mark: number;
let chain: AccessBatch[];
const store = {
  next: async (after: number) => chain.filter(({ _id }) => _id > after),
  relayedUpTo: async () => mark,
  markRelayed: async (_receiver: string, batch: number) => {
    mark = batch;
  },
};

beforeEach(async () => {
  [isAway, mostBatches, told, mark, chain] = [false, 50, [], 0, [first, second, third]];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (isAway) return response.writeHead(503).end();
      const { batches } = readRelayed(keys, request.headers, Buffer.concat(chunks));
      if (batches.length > mostBatches) return response.writeHead(413).end();
      told.push(...batches.map(({ batch, entries }) => ({ batch, subjects: entries.map(({ subject }) => subject) })));
      return response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => receiver.close(resolve)));

describe('telling citizens who read their data', () => {
  it('tells every batch in order, and of its entries only those about somebody', async () => {
    const relay = start();
    await until(() => mark === 3);
    await relay.stop();
    expect(told).toEqual([
      { batch: 1, subjects: ['ctz-1'] },
      { batch: 2, subjects: [] },
      { batch: 3, subjects: ['ctz-2', 'ctz-3'] },
    ]);
  });

  it('goes on where it had got to after a restart', async () => {
    mark = 2;
    const relay = start();
    await until(() => mark === 3);
    await relay.stop();
    expect(told.map(({ batch }) => batch)).toEqual([3]);
  });

  it('tells again what was not taken', async () => {
    isAway = true;
    const asked = jest.spyOn(store, 'next');
    const relay = start();
    await until(() => asked.mock.calls.length > 0);
    isAway = false;
    await until(() => mark === 3);
    await relay.stop();
    expect(told.map(({ batch }) => batch)).toEqual([1, 2, 3]);
  });

  it('tells no more at once than the receiver takes', async () => {
    const large = sealBatch(
      'tax',
      headAfter(first),
      Array.from({ length: 2_000 }, () => aNote('ctz-1')),
    );
    chain = [first, large, sealBatch('tax', headAfter(large), [aNote('ctz-2')])];
    const marked = jest.spyOn(store, 'markRelayed');
    const relay = start();
    await until(() => mark === 3);
    await relay.stop();
    expect(marked.mock.calls.map(([, batch]) => batch)).toEqual([1, 2, 3]);
    marked.mockRestore();
  });

  it('tells less at once after a refusal', async () => {
    mostBatches = 2;
    chain = aChainOf(10, 100);
    const relay = start();
    await until(() => mark === 10, 15_000);
    await relay.stop();
    expect(told.map(({ batch }) => batch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  }, 20_000);

  it('says that somebody has to look when not even one batch is taken', async () => {
    mostBatches = 0;
    const errors: unknown[] = [];
    const relay = start({ ...log, error: (...said: unknown[]) => void errors.push(said) } as Log);
    await until(() => errors.length > 0, 15_000);
    await relay.stop();
    expect(mark).toBe(0);
    expect(JSON.stringify(errors)).toContain('refuses what the access log tells');
  }, 20_000);

  it('tells no body that is heavier than the receiver takes', async () => {
    chain = aChainOf(4, 900_000);
    const marked = jest.spyOn(store, 'markRelayed');
    const relay = start();
    await until(() => mark === 4);
    await relay.stop();
    expect(marked.mock.calls.map(([, batch]) => batch)).toEqual([2, 4]);
    marked.mockRestore();
  });

  it('tells at once what was just written', async () => {
    chain = [first];
    const relay = start();
    await until(() => mark === 1);
    chain = [first, second];
    relay.wake();
    await until(() => mark === 2, 1_000);
    await relay.stop();
  });
});

describe('what is told', () => {
  const body = JSON.stringify({ agency: 'tax', batches: [] });
  const read = (headers: Record<string, string>, text = body) => readRelayed(keys, headers, Buffer.from(text));

  it('is taken with the signature of the key of the agency', () => {
    expect(read(signRelayed(privateKey, 'tax', body))).toEqual({ agency: 'tax', batches: [] });
  });

  it('is refused with another key, for another agency, or when it was changed', () => {
    const { privateKey: other } = generateKeyPairSync('ed25519');
    const ofMall = JSON.stringify({ agency: 'mall', batches: [] });
    for (const attempt of [
      () => read(signRelayed(other, 'tax', body)),
      () => read(signRelayed(privateKey, 'mall', body)),
      () => read(signRelayed(privateKey, 'tax', ofMall), ofMall),
      () => read(signRelayed(privateKey, 'tax', body), `${body} `),
      () => read({}),
    ]) {
      expect(attempt).toThrow('known key');
    }
  });
});

/** Batches of one entry, each about so heavy. */
function aChainOf(batches: number, bytes: number): AccessBatch[] {
  let head = emptyChain;
  return Array.from({ length: batches }, () => {
    const batch = sealBatch('tax', head, [{ ...aNote('ctz-1'), coordinates: ['x'.repeat(bytes)] }]);
    head = headAfter(batch);
    return batch;
  });
}

function start(told: Log = log): Relay {
  const { port } = receiver.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${announcementsPath}`;
  return startRelay({ agency: 'tax', store, signingKey: privateKey, url, log: told });
}

async function until(isDone: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!isDone()) {
    if (Date.now() > deadline) throw new Error('It did not come in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
