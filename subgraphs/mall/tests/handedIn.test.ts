import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnnouncedDocument } from '#kit/application/announcement.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { inbox } from '../changes/inbox.ts';
import type { MallModels } from '../model.ts';
import { aMall, announced } from './aMall.ts';

let agency: TestAgency;
let models: MallModels;
beforeAll(async () => {
  ({ agency, models } = await aMall());
}, 60_000);
afterAll(() => agency.stop());

function aDocument(documentId: string): AnnouncedDocument {
  return { documentId, kind: 'PHOTO', mediaType: 'image/png', sizeBytes: 1_234, sha256: 'a'.repeat(64) };
}

async function walletOf(citizen: string) {
  const text = '{ me { documents { id kind source mediaType sizeBytes usedIn { id } } } }';
  const { data, errors } = await agency.ask(text, {}, asCitizen(citizen));
  expect(errors).toEqual([]);
  return (data as { me: { documents: { id: string; usedIn: { id: string }[] }[] } }).me.documents;
}

describe('a document that was handed in', () => {
  it('is in the wallet of its owner once, with every application that it was handed in with', async () => {
    const { take } = inbox(models, agency.vault);
    const first = announced(['SUBMIT'], { documents: [aDocument('doc-photo')] });
    const second = announced(['SUBMIT'], { documents: [aDocument('doc-photo'), aDocument('doc-other')] });
    expect(await take('tax', [JSON.parse(JSON.stringify(first))])).toEqual([]);
    expect(await take('tax', [JSON.parse(JSON.stringify(second))])).toEqual([]);

    const wallet = await walletOf('ctz-mother');
    const photo = wallet.find(({ id }) => id === 'doc-photo');
    expect(photo).toMatchObject({ kind: 'PHOTO', source: 'UPLOADED', mediaType: 'image/png', sizeBytes: 1_234 });
    expect(photo?.usedIn.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(wallet.map(({ id }) => id).sort()).toEqual(['doc-other', 'doc-photo']);
  });

  it("stays its owner's when another's application names it", async () => {
    const { take } = inbox(models, agency.vault);
    const another = announced(['SUBMIT'], {
      applicantId: 'ctz-widow',
      submittedById: 'ctz-widow',
      documents: [aDocument('doc-photo')],
    });
    expect(await take('tax', [JSON.parse(JSON.stringify(another))])).toEqual([]);
    expect(await walletOf('ctz-widow')).toEqual([]);
    const photo = (await walletOf('ctz-mother')).find(({ id }) => id === 'doc-photo');
    expect(photo?.usedIn.map(({ id }) => id)).not.toContain(another.id);
  });
});
