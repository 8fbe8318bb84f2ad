import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { type JourneyPlatform, newKey, startJourneys } from '../support/journeys.ts';
import { type PopulationOffice, populationOffice } from '../support/populationOffice.ts';

let graph: JourneyPlatform;
let office: PopulationOffice;
beforeAll(async () => {
  graph = await startJourneys('identity');
  office = populationOffice(graph);
}, 120_000);
afterAll(() => graph.stop(), 90_000);

/** Everything that a collection of an agency's own database holds, as text. */
async function storedIn(agency: string, collections: readonly string[]): Promise<string> {
  const database = `test_journey_identity_${agency}`;
  const connection = await connect({ uri: setting('MONGODB_URI', z.string()), database });
  const rows = await Promise.all(collections.map((name) => connection.collection(name).find().toArray()));
  await connection.close();
  return JSON.stringify(rows);
}

interface Person {
  readonly fullName: string;
  readonly occupation: { readonly code: string };
  readonly updatedAt: string;
}

const herself = () => graph.get<Person>('food-seller', '{ me { fullName occupation { code } updatedAt } }', 'me');

describe('having the register corrected', () => {
  const wrong = 'Sari Contohwati';
  const right = 'Sari Contohwati Misalkan';
  let id = '';

  it('is asked for once, however often the same request is sent', async () => {
    const request = {
      idempotencyKey: newKey(),
      kind: 'DATA_CHANGE',
      documentIds: [await office.evidence('food-seller')],
      changes: [
        { field: 'fullName', after: right },
        { field: 'occupation', after: '88' },
      ],
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => office.submit('food-seller', request)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ application }) => application?.id)).size).toBe(1);
    expect(await storedIn('identity', ['uploads'])).toContain(`"usedIn":["${answers[0]?.application?.id}"]`);
    id = answers[0]?.application?.id ?? '';
    const other = await office.submit('food-seller', { ...request, changes: [{ field: 'occupation', after: '87' }] });
    expect(other.errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await graph.inboxAfter('food-seller', id, 1)).status).toBe('SUBMITTED');
  }, 60_000);

  it('shows the office what is asked for and what proves it', async () => {
    const text = `query ($id: ID!) { application(id: $id) { ... on IdentityApplication {
      kind changes { field before after } files { name downloadUrl } } } }`;
    const file = await graph.get<{ files: { downloadUrl: string }[] }>('officer-identity', text, 'application', { id });
    expect(file).toMatchObject({
      kind: 'DATA_CHANGE',
      changes: [
        { field: 'fullName', before: wrong, after: right },
        { field: 'occupation', before: '84', after: '88' },
      ],
      files: [{ name: 'Pindaian' }],
    });
    expect((await fetch(graph.url + file.files[0]?.downloadUrl)).status).toBe(200);
    for (const as of ['officer-elsewhere', 'officer-tax', 'nurse'] as const) {
      expect(await graph.get(as, text, 'application', { id })).toBeNull();
    }
  });

  it('changes nothing until somebody else than who verified it approves', async () => {
    expect((await office.decide('officer-identity', id, 1, 'ACCEPT_DOCUMENTS')).errors).toEqual([]);
    expect((await office.decide('officer-identity', id, 3, 'RECOMMEND')).errors).toEqual([]);
    expect((await office.decide('officer-identity', id, 4, 'APPROVE')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await herself()).toMatchObject({ fullName: wrong, occupation: { code: '84' } });
  }, 30_000);

  it('is approved once by ten who sign at the same time, and is in the register with their answer', async () => {
    const before = await herself();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => office.decide('approver-identity', id, 4, 'APPROVE')),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(
      Array.from({ length: 9 }, () => 'CONFLICT'),
    );
    const after = await herself();
    expect(after).toMatchObject({ fullName: right, occupation: { code: '88' } });
    expect(after.updatedAt > before.updatedAt).toBe(true);
  }, 30_000);

  it('ends in a document in the wallet, with news of every step', async () => {
    expect(await graph.inboxAfter('food-seller', id, 6)).toMatchObject({
      status: 'ISSUED',
      pendingAction: { kind: 'COLLECT_AT_COUNTER' },
    });
    const { documents, notifications } = await graph.get<{ documents: unknown[]; notifications: unknown }>(
      'food-seller',
      `{ me { documents(first: 50) { kind verificationCode usedIn { id } }
         notifications(first: 50) { application { id } } } }`,
      'me',
    );
    const verificationCode = expect.stringMatching(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    expect(documents).toContainEqual({ kind: 'FAMILY_CARD', verificationCode, usedIn: [{ id }] });
    expect(JSON.stringify(notifications).split(id)).toHaveLength(7);
  });

  it('proves by a paper that anybody can check, and that names nobody to them', async () => {
    const text = `query ($id: ID!) { application(id: $id) { outcome {
      verificationCode identityFile { uploaded downloadUrl } } } }`;
    const outcome = await graph.get<{ verificationCode: string; identityFile: { downloadUrl: string } }>(
      'food-seller',
      text,
      'application.outcome',
      { id },
    );
    const paper = await fetch(graph.url + outcome.identityFile.downloadUrl);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await graph.get('officer-identity', text, 'application.outcome.identityFile', { id })).not.toBeNull();
    const check = async (code: string) => {
      const asked = `query ($code: String!) { verifyIdentityDocument(code: $code) { valid kind issuedByCode } }`;
      return (await graph.ask(asked, { variables: { code } })).data?.['verifyIdentityDocument'];
    };
    const typed = outcome.verificationCode.toLowerCase().replaceAll('-', ' ');
    expect(await check(typed)).toEqual({ valid: true, kind: 'FAMILY_CARD', issuedByCode: 'DUKCAPIL' });
    const notIssued = { valid: false, kind: null, issuedByCode: null };
    expect(await check('00000-00000-00000-00000')).toEqual(notIssued);
    expect(await check('nothing')).toEqual(notIssued);
  });

  it('leaves neither the wrong nor the right value in what others were told, nor in any log', async () => {
    const [inMall, atHome] = await Promise.all([
      storedIn('mall', ['applications', 'documents', 'notifications', 'accessChain']),
      storedIn('identity', ['applications', 'citizens', 'accessChain']),
    ]);
    expect([inMall.includes(id), atHome.includes(id)]).toEqual([true, true]);
    for (const told of [inMall, atHome]) expect(told).not.toContain('Contohwati');
  });

  it('is not done a second time when the register says something newer', async () => {
    const again = await office.submit('food-seller', {
      kind: 'DATA_CHANGE',
      documentIds: [await office.evidence('food-seller')],
      changes: [{ field: 'occupation', after: '84' }],
    });
    const newer = again.application?.id ?? '';
    await office.decide('officer-identity', newer, 1, 'ACCEPT_DOCUMENTS');
    await office.decide('officer-identity', newer, 3, 'RECOMMEND');
    await office.decide('approver-identity', newer, 4, 'APPROVE');
    expect(await herself()).toMatchObject({ fullName: right, occupation: { code: '84' } });
  }, 30_000);

  it('stands in the access log of the citizen, decisions included', async () => {
    const deadline = Date.now() + 15_000;
    let log = '';
    while (!log.includes('decideIdentityApplication') && Date.now() < deadline) {
      const entries = await graph.get<unknown>(
        'food-seller',
        '{ me { accessLog(first: 50) { edges { node { fields purpose } } } } }',
        'me.accessLog',
      );
      log = JSON.stringify(entries);
    }
    expect(log).toContain('decideIdentityApplication');
  }, 20_000);
});
