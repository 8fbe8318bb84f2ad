import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeExpired } from '../register.ts';
import { largestDocument } from '../upload.ts';
import { aDocumentServer, aPdf, codeOf, type DocumentServerOfTest, owner } from './aDocumentServer.ts';

let server: DocumentServerOfTest;
beforeAll(async () => {
  server = await aDocumentServer();
});
afterAll(() => server.stop());

const chunksOf = (uploadId: string) => server.models.uploadChunks.countDocuments({ uploadId });

describe('a document that was registered', () => {
  it('is taken once, and then given to its owner as it was', async () => {
    const bytes = aPdf(700_001);
    const { id, link } = await server.register(bytes);

    expect((await server.send(link, bytes)).status).toBe(204);
    const again = await server.send(link, bytes);
    expect([again.status, await codeOf(again)]).toEqual([409, 'CONFLICT']);

    const given = await server.fetch(server.linkFor(id, owner));
    expect(given.status).toBe(200);
    expect(Buffer.from(await given.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await chunksOf(id)).toBe(3);
  });

  it('is taken at five megabytes, and not registered at one byte more', async () => {
    const id = await server.keep(aPdf(largestDocument));
    expect(await chunksOf(id)).toBe(20);
    await expect(server.register(aPdf(largestDocument + 1))).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'input.sizeBytes' },
    });
  });

  it('is refused at one byte more than was registered, before a byte of it is read', async () => {
    const bytes = aPdf(1_000);
    const { id, link } = await server.register(bytes);
    const answer = await server.send(link, Buffer.concat([bytes, Buffer.from('x')]));
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'REQUEST_TOO_LARGE']);
    expect(await chunksOf(id)).toBe(0);
  });

  it('is refused at one byte more also when its length is not said', async () => {
    const bytes = aPdf(600_000);
    const { id, link } = await server.register(bytes);
    const stream = new Blob([Uint8Array.from(bytes), 'x']).stream();
    const answer = await server.send(link, stream);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'REQUEST_TOO_LARGE']);
    expect(await chunksOf(id)).toBe(0);
  });

  it.each([
    ['comes short', aPdf(500), { sizeBytes: 501 }, aPdf(500)],
    ['has another digest', aPdf(500), {}, Buffer.concat([aPdf(499), Buffer.from('x')])],
    ['is no PDF, whatever was said', Buffer.from('<html>not a PDF</html>'), {}, Buffer.from('<html>not a PDF</html>')],
    ['is a PNG that was said to be a JPEG', png(), { mediaType: 'image/jpeg' }, png()],
    ['is shorter than the beginning of any file', Buffer.from('%PD'), {}, Buffer.from('%PD')],
  ])('is refused when it %s, leaves nothing behind and may be sent again', async (_what, registered, facts, sent) => {
    const { id, link } = await server.register(registered, facts);
    const answer = await server.send(link, sent);
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(await chunksOf(id)).toBe(0);
    expect(await server.models.uploads.findOne({ _id: id }).lean()).toMatchObject({ state: 'REGISTERED' });
  });

  it('is taken after a try that failed', async () => {
    const bytes = aPdf(400_000);
    const { id, link } = await server.register(bytes);
    expect((await server.send(link, aPdf(400_000).fill('x', 100))).status).toBe(400);
    expect((await server.send(link, bytes)).status).toBe(204);
    const given = await server.fetch(server.linkFor(id, owner));
    expect(Buffer.from(await given.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is taken from one of five who send it at once, and whole', async () => {
    const bytes = aPdf(600_000);
    const { id, link } = await server.register(bytes);
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.send(link, bytes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect(await chunksOf(id)).toBe(3);
    const given = await server.fetch(server.linkFor(id, owner));
    expect(Buffer.from(await given.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('leaves nothing behind when its sender goes away', async () => {
    const bytes = aPdf(900_000);
    const { id, link } = await server.register(bytes);
    const halfway = new ReadableStream({
      async start(controller) {
        controller.enqueue(Uint8Array.from(bytes.subarray(0, 600_000)));
        while ((await chunksOf(id)) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        controller.error(new Error('The line is gone.'));
      },
    });
    await expect(server.send(link, halfway)).rejects.toThrow();
    while ((await chunksOf(id)) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await server.send(link, bytes)).status).toBe(204);
  });

  it('cannot be fetched before it was sent', async () => {
    const { id } = await server.register(aPdf(100));
    expect((await server.fetch(server.linkFor(id, owner))).status).toBe(404);
  });
});

describe('documents that nobody finishes', () => {
  it('are refused after a quarter of an hour, and removed with all that came of them', async () => {
    const start = server.now;
    const bytes = aPdf(300);
    const unsent = await server.register(bytes);
    const sent = await server.keep(bytes);

    server.now = new Date(start.getTime() + 16 * 60_000);
    expect((await server.send(unsent.link, bytes)).status).toBe(404);
    await removeExpired(server.models, server.now);
    expect(await server.models.uploads.findOne({ _id: unsent.id }).lean()).toBeNull();
    expect(await server.models.uploads.findOne({ _id: sent }).lean()).not.toBeNull();

    server.now = new Date(start.getTime() + 8 * 86_400_000);
    expect((await server.fetch(server.linkFor(sent, owner))).status).toBe(404);
    await removeExpired(server.models, server.now);
    expect(await server.models.uploads.findOne({ _id: sent }).lean()).toBeNull();
    expect(await chunksOf(sent)).toBe(0);
    server.now = start;
  });

  it('cannot be more than twenty of one citizen', async () => {
    const start = server.now;
    server.now = new Date(start.getTime() + 30 * 86_400_000);
    for (let number = 0; number < 19; number++) await server.register(aPdf(100));
    await server.keep(aPdf(100));
    await expect(server.register(aPdf(100))).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    await server.models.uploads.deleteMany({});
    server.now = start;
  });
});

describe('a stolen copy of the store', () => {
  it('shows neither what a document says nor what it is called', async () => {
    await server.keep(aPdf(5_000));
    const stored = [
      ...(await server.models.uploads.find().lean()),
      ...(await server.models.uploadChunks.find().lean()),
    ];
    const bytes = Buffer.concat(
      stored.map((row) => Buffer.concat([Buffer.from(JSON.stringify(row)), bytesIn(row as { sealed?: unknown })])),
    );
    expect(bytes.length).toBeGreaterThan(5_000);
    expect(bytes.includes('Isi rahasia')).toBe(false);
    expect(bytes.includes('Pindaian')).toBe(false);
  });

  it('gives nothing when a chunk is changed, exchanged or put in the place of another', async () => {
    const [one, other] = [await server.keep(aPdf(600_000)), await server.keep(aPdf(600_000))];
    const { uploadChunks } = server.models;
    const chunks = async (uploadId: string) => uploadChunks.find({ uploadId }).sort({ _id: 1 }).lean();
    const [first, second] = await chunks(one);
    const [foreign] = await chunks(other);
    for (const sealed of [second?.sealed, foreign?.sealed].flatMap((one) => one ?? [])) {
      await uploadChunks.updateOne({ _id: first?._id ?? '' }, { $set: { sealed } });
      await expect(readAll(await server.fetch(server.linkFor(one, owner)))).rejects.toThrow();
    }
  });
});

function png(): Buffer {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)]);
}

function bytesIn({ sealed }: { sealed?: unknown }): Uint8Array {
  const held = sealed as Uint8Array | { buffer: Uint8Array } | undefined;
  if (held === undefined) return Buffer.alloc(0);
  return held instanceof Uint8Array ? held : held.buffer;
}

async function readAll(response: Response): Promise<ArrayBuffer> {
  if (response.status !== 200) throw new Error(`Status ${response.status}`);
  return response.arrayBuffer();
}
