import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asCitizen } from '../../testing/builders.ts';
import { handIn } from '../register.ts';
import {
  aDocumentServer,
  aPdf,
  codeOf,
  type DocumentServerOfTest,
  officer,
  officerElsewhere,
  owner,
} from './aDocumentServer.ts';

let server: DocumentServerOfTest;
let handedIn: string;
const application = { id: 'MPP-3510-261124-000000-0', regionPath: ['35', '35.10', '35.10.13'] };

beforeAll(async () => {
  server = await aDocumentServer();
  handedIn = await server.keep(aPdf(300_000));
  await attach([handedIn]);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.noted.length = 0;
  server.logIsWritable = true;
});

const attach = (documentIds: string[], ownerId = 'ctz-owner') =>
  handIn(server.models, { ownerId, documentIds, field: 'input.documentIds' }, application, server.now);

describe('a document that was handed in', () => {
  it('is given to its owner without a note, to be saved and never shown as a page', async () => {
    const given = await server.fetch(server.linkFor(handedIn, owner));
    expect(given.status).toBe(200);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '300000',
      'content-disposition': `attachment; filename="${handedIn}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(server.noted).toEqual([]);
  });

  it('is given to the officer of its region, and noted first', async () => {
    const given = await server.fetch(server.linkFor(handedIn, officer));
    expect([given.status, (await given.arrayBuffer()).byteLength]).toEqual([200, 300_000]);
    expect(server.noted.flatMap((disclosures) => disclosures.notes())).toMatchObject([
      { subject: 'ctz-owner', coordinates: ['Document.contents'], actor: { role: 'officer', region: '35.10' } },
    ]);
  });

  it('is held back when the note cannot be written', async () => {
    server.logIsWritable = false;
    const answer = await server.fetch(server.linkFor(handedIn, officer));
    expect([answer.status, await codeOf(answer)]).toEqual([503, 'AUDIT_UNAVAILABLE']);
  });

  it.each([
    ['another citizen', asCitizen('ctz-other')],
    ['an officer of another region', officerElsewhere],
    ['an analyst', { kind: 'analyst', id: 'ana', scopes: [] } as const],
    ['nobody', { kind: 'anonymous' } as const],
  ])('looks to %s like one that does not exist', async (_who, principal) => {
    const hidden = await server.fetch(server.linkFor(handedIn, principal));
    const absent = await server.fetch(server.linkFor('doc-none', principal));
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
    expect(hidden.status).toBe(404);
    expect(server.noted).toEqual([]);
  });

  it('does not expire', async () => {
    const start = server.now;
    server.now = new Date(start.getTime() + 400 * 86_400_000);
    expect((await server.fetch(server.linkFor(handedIn, owner))).status).toBe(200);
    server.now = start;
  });
});

describe('a document that was sent and not handed in', () => {
  it('is hidden from every officer', async () => {
    const own = await server.keep(aPdf(100));
    expect((await server.fetch(server.linkFor(own, officer))).status).toBe(404);
  });
});

describe('handing in', () => {
  it("is refused for another's document, one that was not sent and one that does not exist", async () => {
    const sent = await server.keep(aPdf(100));
    const { id: unsent } = await server.register(aPdf(100));
    const refusal = { extensions: { code: 'BAD_USER_INPUT', field: 'input.documentIds' } };
    await expect(attach([sent], 'ctz-other')).rejects.toMatchObject(refusal);
    await expect(attach([sent, unsent])).rejects.toMatchObject(refusal);
    await expect(attach([sent, 'doc-none'])).rejects.toMatchObject(refusal);
    expect(await server.models.uploads.findOne({ _id: sent }).lean()).toMatchObject({ usedIn: [], regionPath: [] });
  });

  it('twice changes nothing', async () => {
    await attach([handedIn, handedIn]);
    await attach([handedIn]);
    expect(await server.models.uploads.findOne({ _id: handedIn }).lean()).toMatchObject({ usedIn: [application.id] });
  });
});

describe('a certificate', () => {
  it('is printed for its owner when it is fetched, the same bytes each time', async () => {
    const [bytes, again] = [await certificate(), await certificate()];
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.equals(again)).toBe(true);
    expect((await server.fetch(server.linkFor('doc-issued', asCitizen('ctz-other')))).status).toBe(404);
  });
});

async function certificate(): Promise<Buffer> {
  const given = await server.fetch(server.linkFor('doc-issued', owner));
  return Buffer.from(await given.arrayBuffer());
}
