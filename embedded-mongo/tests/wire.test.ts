import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { deserialize, serialize } from 'bson';
import { crc32c } from '../wire/crc32c.ts';
import { testDatabase } from './support/database.ts';

const database = testDatabase({ onlyEmbedded: true });

/** Sends bytes on a connection of their own. Gives what came back before the server closed, or one whole answer. */
const send = (
  bytes: Buffer,
  options: { readonly endAfter?: boolean } = {},
): Promise<{ answer?: Buffer; closed: boolean }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(database.uri);
    const socket = connect(Number(port), '127.0.0.1');
    let received = Buffer.alloc(0);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      if (received.length >= 4 && received.length >= received.readInt32LE(0)) {
        socket.destroy();
        resolve({ answer: received, closed: false });
      }
    });
    socket.on('close', () => resolve({ closed: true }));
    socket.on('error', reject);
    socket.write(bytes);
    if (options.endAfter) socket.end();
  });

const header = (length: number, opCode: number): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(7, 4);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
};

const message = (sections: Buffer, flags = 0): Buffer => {
  const flagBytes = Buffer.alloc(4);
  flagBytes.writeUInt32LE(flags);
  return Buffer.concat([header(20 + sections.length, 2013), flagBytes, sections]);
};

const body = (document: object): Buffer => Buffer.concat([Buffer.from([0]), serialize(document)]);

const sequence = (name: string, documents: object[]): Buffer => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((one) => serialize(one))]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), size, content]);
};

const ping = body({ ping: 1, $db: 'admin' });

const reply = (answer: Buffer | undefined): Record<string, unknown> =>
  deserialize((answer ?? Buffer.alloc(0)).subarray(21));

describe('a message', () => {
  it('is answered with its own number', async () => {
    const { answer } = await send(message(ping));
    expect(answer?.readInt32LE(8)).toBe(7);
    expect(reply(answer)).toMatchObject({ ok: 1 });
  });

  it('may arrive in pieces', async () => {
    const { port } = new URL(database.uri);
    const bytes = message(ping);
    const answer = await new Promise<Buffer>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', async () => {
        socket.setNoDelay(true);
        for (const byte of bytes) {
          socket.write(Buffer.from([byte]));
          await new Promise((next) => setImmediate(next));
        }
      });
      socket.once('data', (piece) => {
        socket.destroy();
        resolve(piece);
      });
      socket.once('error', reject);
    });
    expect(reply(answer)).toMatchObject({ ok: 1 });
  });

  it('may be followed by another in the same piece', async () => {
    const { answer } = await send(Buffer.concat([message(ping), message(ping)]));
    expect(reply(answer?.subarray(0, answer.readInt32LE(0)))).toMatchObject({ ok: 1 });
  });

  it('may carry its documents in a sequence', async () => {
    const insert = Buffer.concat([body({ insert: 'wire', $db: 'test' }), sequence('documents', [{ a: 1 }, { a: 2 }])]);
    expect(reply((await send(message(insert))).answer)).toMatchObject({ ok: 1, n: 2 });
  });

  it('may carry a right checksum, but no wrong one', async () => {
    const bytes = message(ping, 1);
    bytes.writeInt32LE(bytes.length + 4, 0);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32c(bytes));
    expect(reply((await send(Buffer.concat([bytes, checksum]))).answer)).toMatchObject({ ok: 1 });
    checksum.writeUInt32LE(crc32c(bytes) ^ 1);
    expect(await send(Buffer.concat([bytes, checksum]))).toEqual({ closed: true });
  });

  it('is answered in the old form when it asks in the old form', async () => {
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      serialize({ isMaster: 1 }),
    ]);
    query.writeInt32LE(-1, 4 + 11 + 4);
    const { answer } = await send(Buffer.concat([header(16 + query.length, 2004), query]));
    expect(answer?.readInt32LE(12)).toBe(1);
    expect(deserialize((answer ?? Buffer.alloc(0)).subarray(36))).toMatchObject({ ismaster: true, maxWireVersion: 21 });
  });
});

describe('a connection', () => {
  it.each<[string, Buffer]>([
    ['says it is shorter than a header', header(8, 2013)],
    ['says it is larger than hello allows', header(60_000_000, 2013)],
    ['says it has a negative length', header(-1, 2013)],
    ['has an unknown operation', Buffer.concat([header(20, 1234), Buffer.alloc(4)])],
    ['is compressed', Buffer.concat([header(20, 2012), Buffer.alloc(4)])],
    ['has no sections', header(16, 2013)],
    ['has no body', message(sequence('documents', [{ a: 1 }]))],
    ['has two bodies', message(Buffer.concat([ping, ping]))],
    ['has an unknown kind of section', message(Buffer.concat([ping, Buffer.from([9])]))],
    ['has an unknown flag it must understand', message(ping, 4)],
    ['has a body that says it is longer', message(Buffer.concat([Buffer.from([0, 200, 0, 0, 0]), ping.subarray(5)]))],
    ['has a sequence that says it is longer', message(Buffer.concat([ping, Buffer.from([1, 200, 0, 0, 0, 97, 0])]))],
    [
      'has a string that runs out of its document',
      message(Buffer.concat([Buffer.from([0]), Buffer.from('1100000002610064000000780000', 'hex'), Buffer.alloc(3)])),
    ],
    [
      'has a value of no BSON type',
      message(Buffer.concat([Buffer.from([0]), Buffer.from('0900000044610001', 'hex'), Buffer.from([0])])),
    ],
  ])('is closed when a message %s', async (_name, bytes) => {
    expect(await send(bytes)).toEqual({ closed: true });
  });

  it('that ends in the middle of a message is forgotten', async () => {
    expect(await send(message(ping).subarray(0, 25), { endAfter: true })).toEqual({ closed: true });
    expect(reply((await send(message(ping))).answer)).toMatchObject({ ok: 1 });
  });

  it('is closed when a document is nested without end', async () => {
    const depth = 300;
    let document = Buffer.from('0500000000', 'hex');
    for (let i = 0; i < depth; i += 1) {
      const size = Buffer.alloc(4);
      size.writeInt32LE(document.length + 8);
      document = Buffer.concat([size, Buffer.from('036100', 'hex'), document, Buffer.from([0])]);
    }
    expect(await send(message(Buffer.concat([Buffer.from([0]), document])))).toEqual({ closed: true });
  });
});

describe('a document', () => {
  it('of more than 16 MB is refused, one just below is stored', async () => {
    const c = database.db.collection<{ _id: string; text: string }>('large');
    const limit = 16 * 1024 * 1024;
    await c.insertOne({ _id: 'fits', text: 'x'.repeat(limit - 50) });
    expect((await c.findOne({ _id: 'fits' }))?.text).toHaveLength(limit - 50);
    await expect(c.updateOne({ _id: 'fits' }, { $set: { more: 'x'.repeat(100) } })).rejects.toMatchObject({
      code: 10334,
    });
    expect(await c.countDocuments({ more: { $exists: true } })).toBe(0);
  });
});
