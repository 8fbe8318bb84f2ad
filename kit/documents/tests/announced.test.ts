import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAnnouncement } from '../../application/announcedForm.ts';
import { documentsToTell } from '../announced.ts';
import { handIn } from '../register.ts';
import { aDocumentServer, aPdf, type DocumentServerOfTest } from './aDocumentServer.ts';

let server: DocumentServerOfTest;
beforeAll(async () => {
  server = await aDocumentServer();
});
afterAll(() => server.stop());

describe('what the inbox is told of documents', () => {
  it('is for each application what was handed in with it, without what its owner calls it', async () => {
    const [one, both] = [await server.keep(aPdf(100)), await server.keep(aPdf(200))];
    await server.keep(aPdf(300));
    for (const [id, documentIds] of [
      ['MPP-1', [one, both]],
      ['MPP-2', [both]],
    ] as const) {
      const documents = { ownerId: 'ctz-owner', documentIds, field: 'input.documentIds' };
      await handIn(server.models, documents, { id, regionPath: ['35'] }, server.now);
    }

    const told = await documentsToTell(server.models, ['MPP-1', 'MPP-2', 'MPP-3']);

    const idsOf = (id: string) => told.get(id)?.map(({ documentId }) => documentId);
    expect(idsOf('MPP-1')?.sort()).toEqual([one, both].sort());
    expect([idsOf('MPP-2'), idsOf('MPP-3')]).toEqual([[both], []]);
    expect(told.get('MPP-2')).toEqual([
      { documentId: both, kind: 'OTHER', mediaType: 'application/pdf', sizeBytes: 200, sha256: expect.any(String) },
    ]);
  });

  it('is refused by the inbox with anything more in it', () => {
    const document = {
      documentId: 'doc-1',
      kind: 'OTHER',
      mediaType: 'image/png',
      sizeBytes: 1,
      sha256: '0'.repeat(64),
    };
    const said = (documents: object[]) => () => readAnnouncement({ documents });
    expect(said([document])).not.toThrow(/documents/);
    expect(said([{ ...document, name: 'Pindaian' }])).toThrow(/documents/);
    expect(said([{ ...document, sha256: 'x' }])).toThrow(/documents/);
  });
});
