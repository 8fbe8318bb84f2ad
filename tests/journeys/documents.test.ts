import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JourneyPlatform, newKey, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('documents');
}, 120_000);
afterAll(() => graph.stop());

interface Entry {
  readonly id: string;
  readonly source: string;
  readonly verificationCode: string | null;
  readonly licensingFile: { readonly name: string | null; readonly downloadUrl: string | null } | null;
}

const entry = 'id source verificationCode licensingFile { name downloadUrl }';
const fetched = async (one: Entry | undefined) => {
  const answer = await fetch(graph.url + one?.licensingFile?.downloadUrl);
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('latin1') };
};

describe('a scan that a health worker hands in', () => {
  it('is in the wallet, is read by the office alone, and ends in a certificate that anybody can check', async () => {
    const documentId = await graph.document('mother', 'registerLicensingDocument');
    const input = {
      idempotencyKey: newKey(),
      profession: 'MIDWIFE',
      holderName: 'Rahmi Contoh',
      registrationNumber: 'STR-CONTOH-9001',
      regionCode: '35.10.13.2001',
      place: 'Praktik Contoh, Jalan Misal 7',
      documentIds: [documentId],
    };
    const { application, errors } = await graph.change(
      'mother',
      'submitPracticeLicense',
      input,
      'application { id } errors { code message path }',
    );
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    await graph.inboxAfter('mother', id, 1);

    const wallet = () => graph.get<Entry[]>('mother', `{ me { documents(first: 50) { ${entry} } } }`, 'me.documents');
    const own = (await wallet()).find((one) => one.id === documentId);
    expect(own).toMatchObject({ source: 'UPLOADED', licensingFile: { name: 'Pindaian' } });
    expect((await fetched(own)).text).toMatch(/^%PDF-1.7 a scan /);

    const query = `query ($id: ID!) { application(id: $id) { documents { ${entry} } } }`;
    const seenBy = async (as: 'officer-licensing' | 'officer-elsewhere' | 'nurse') => {
      const headers = { 'x-purpose': 'Pemeriksaan permohonan', 'x-case': id };
      const { data } = await graph.ask(query, { as, variables: { id }, headers });
      return data?.['application'] as { readonly documents: Entry[] } | null;
    };
    expect((await fetched((await seenBy('officer-licensing'))?.documents[0])).text).toMatch(/^%PDF-1.7 a scan /);
    expect([await seenBy('officer-elsewhere'), await seenBy('nurse')]).toEqual([null, null]);

    for (const [as, decision, sequence] of [
      ['officer-licensing', 'ACCEPT_DOCUMENTS', 3],
      ['officer-licensing', 'RECOMMEND', 4],
      ['approver-licensing', 'APPROVE', 6],
    ] as const) {
      const { errors: refused } = await graph.decide(as, 'decideLicenseApplication', id, decision);
      expect({ decision, refused }).toEqual({ decision, refused: [] });
      await graph.inboxAfter('mother', id, sequence);
    }
    const certificate = (await wallet()).find(
      ({ source, verificationCode }) => source === 'ISSUED' && verificationCode,
    );
    expect((await fetched(certificate)).text).toMatch(/^%PDF-1.7/);
    const check = await graph.get<object>(
      'nurse',
      'query ($code: String!) { verifyLicense(code: $code) { valid kind issuedByCode } }',
      'verifyLicense',
      { code: certificate?.verificationCode },
    );
    expect(check).toEqual({ valid: true, kind: 'SUPPORTING_LICENSE', issuedByCode: 'DPMPTSP' });
  }, 60_000);
});
