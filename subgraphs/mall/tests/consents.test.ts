import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wayTo } from '#kit/sandbox/journey.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { receive } from '../seed.ts';
import { aMall, announced, codes } from './aMall.ts';

const mother = asCitizen('ctz-mother');
const service = principalOf('service-licensing');
const application = announced(wayTo.VERIFICATION);
const sharedWithChild = announced(wayTo.VERIFICATION, { applicantId: 'ctz-child' });
const draft = announced(['SAVE']);
const words = 'Saya setuju DPMPTSP melihat permohonan saya.';
let agency: TestAgency;

beforeAll(async () => {
  ({ agency } = await aMall());
  await receive(agency.connection, agency.vault, [application, sharedWithChild, draft]);
}, 60_000);
afterAll(() => agency?.stop());

const grant = `mutation ($input: GrantConsentInput!) { grantConsent(input: $input) {
  consent { id purpose fields legalBasis textSha256 channel expiresAt revokedAt recipient { code } } errors { code path } } }`;
const revoke =
  'mutation ($id: ID!) { revokeConsent(id: $id) { consent { id revokedAt } errors { code message path } } }';
const wish = { recipient: 'DPMPTSP', purpose: 'Perizinan', fields: ['Citizen.applications'], text: words };

type Payload = { consent: { id: string } | null; errors: { code: string; path: string[] | null }[] };

async function granted(change: object = {}, as = mother): Promise<Payload> {
  const { data, errors } = await agency.ask(grant, { input: { ...wish, ...change } }, as);
  expect(errors).toEqual([]);
  return (data as { grantConsent: Payload }).grantConsent;
}

async function revoked(id: string | undefined, as = mother): Promise<Payload> {
  return ((await agency.ask(revoke, { id }, as)).data as { revokeConsent: Payload }).revokeConsent;
}

async function reads(id = application.id, as = service): Promise<unknown> {
  const { data, errors } = await agency.ask(`{ application(id: "${id}") { id status } }`, {}, as);
  expect(errors).toEqual([]);
  return (data as { application: unknown }).application;
}

describe('a consent', () => {
  it('lets the agency read from its next read on, and not from the one after it is taken back', async () => {
    expect(await reads()).toBeNull();
    const { consent, errors } = await granted();
    expect(errors).toEqual([]);
    expect(await reads()).toMatchObject({ id: application.id });
    expect(await revoked(consent?.id)).toMatchObject({ consent: { revokedAt: expect.any(String) }, errors: [] });
    expect(await reads()).toBeNull();
  });

  it('keeps the digest of the words, how and for what it was given, and nothing that can be changed', async () => {
    const { consent } = await granted({ fields: ['Citizen.documents'] });
    expect(consent).toMatchObject({
      purpose: 'Perizinan',
      fields: ['Citizen.documents'],
      legalBasis: 'CONSENT',
      textSha256: createHash('sha256').update(words).digest('hex'),
      channel: 'ONLINE',
      recipient: { code: 'DPMPTSP' },
    });
    const before = await agency.connection.collection('consents').findOne({ _id: consent?.id as never });
    await revoked(consent?.id);
    const after = await agency.connection.collection('consents').findOne({ _id: consent?.id as never });
    expect(after).toEqual({ ...before, revokedAt: expect.any(Date) });
  });

  it('gives nothing to another agency, for another field, after its end, or of a draft', async () => {
    const ended = { expiresAt: new Date(Date.now() + 1_000).toISOString() };
    const all = [
      await granted({ recipient: 'DJP' }),
      await granted({ fields: ['Citizen.documents'] }),
      await granted(ended),
    ];
    await agency.connection
      .collection('consents')
      .updateOne({ _id: all[2]?.consent?.id as never }, { $set: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await reads()).toBeNull();
    const live = await granted();
    expect(await reads(draft.id)).toBeNull();
    for (const { consent } of [...all, live]) await revoked(consent?.id);
  });

  it('of one of two people does not open what is about both', async () => {
    const ofMother = await granted();
    expect(await reads(sharedWithChild.id)).toBeNull();
    const ofChild = await granted({}, asCitizen('ctz-child'));
    expect(await reads(sharedWithChild.id)).toMatchObject({ id: sharedWithChild.id });
    await revoked(ofMother.consent?.id);
    expect(await reads(sharedWithChild.id)).toBeNull();
    await revoked(ofChild.consent?.id, asCitizen('ctz-child'));
  });

  it('opens documents to the agency that it names', async () => {
    const citizen = [{ __typename: 'Citizen', id: 'ctz-mother' }];
    const read = async () => (await agency.entities(citizen, '... on Citizen { documents { id } }', service)).data;
    expect(await read()).toEqual({ _entities: [{ documents: null }] });
    const { consent } = await granted({ fields: ['Citizen.documents'] });
    expect(await read()).toMatchObject({ _entities: [{ documents: expect.any(Array) }] });
    await revoked(consent?.id);
    expect(await read()).toEqual({ _entities: [{ documents: null }] });
  });

  it('opens the documents of many at the cost of one, and nobody takes the room of another', async () => {
    const id = (owner: string, index: number) => `doc-${owner}-${String(index).padStart(3, '0')}`;
    const documentsOf = (owner: string, count: number, createdAt: Date) =>
      Array.from({ length: count }, (_, index) => ({ _id: id(owner, index), ownerId: owner, usedIn: [], createdAt }));
    const store = agency.connection.collection<{ _id: string }>('documents');
    const owners = ['ctz-few', 'ctz-some', 'ctz-closed'];
    await store.insertMany([
      ...documentsOf('ctz-few', 1, new Date('2026-01-01')),
      ...documentsOf('ctz-some', 3, new Date('2026-02-01')),
      ...documentsOf('ctz-closed', 2, new Date('2026-03-01')),
    ]);
    for (const owner of owners.slice(0, 2)) await granted({ fields: ['Citizen.documents'] }, asCitizen(owner));
    const citizens = owners.map((owner) => ({ __typename: 'Citizen', id: owner }));
    const read = () => agency.entities(citizens, '... on Citizen { documents(first: 2) { id } }', service);
    const listOf = (...ids: string[]) => ({ documents: ids.map((one) => ({ id: one })) });
    const some = listOf(id('ctz-some', 2), id('ctz-some', 1));
    const expected = { _entities: [listOf(id('ctz-few', 0)), some, { documents: null }] };

    const { data, commands } = await read();
    expect(data).toEqual(expected);
    expect(commands).toEqual(['find agencies', 'find consents', 'find documents']);

    // Of two citizens at most two hundred are read at once, and one of them has that many newer than the other has any.
    await store.insertMany(
      documentsOf('ctz-some', 300, new Date('2026-01-15')).map((row) => ({ ...row, _id: `${row._id}-old` })),
    );
    await store.updateMany({ ownerId: 'ctz-few' } as never, { $set: { createdAt: new Date('2025-01-01') } });
    expect((await read()).data).toEqual(expected);
  });

  it('stands in the access log as what the read rested on', async () => {
    const { consent } = await granted();
    await reads();
    await revoked(consent?.id);
    const [batch] = await agency.connection.collection('accessChain').find({}).sort({ _id: -1 }).limit(1).toArray();
    expect(batch?.['entries']).toMatchObject([{ subject: 'ctz-mother', legalBasis: 'CONSENT', action: 'READ' }]);
  });
});

describe('granting a consent', () => {
  it.each([
    ['to no agency', { recipient: 'NO-SUCH' }, ['input', 'recipient']],
    ['without a purpose', { purpose: ' ' }, ['input', 'purpose']],
    ['without words', { text: '' }, ['input', 'text']],
    ['to nothing', { fields: [] }, ['input', 'fields']],
    ['to what is no field', { fields: ['Citizen.documents', '$where'] }, ['input', 'fields', '1']],
    ['that has ended', { expiresAt: '2020-01-01T00:00:00.000Z' }, ['input', 'expiresAt']],
  ])('%s is refused, and says where', async (_what, change, path) => {
    expect(await granted(change)).toEqual({ consent: null, errors: [{ code: 'BAD_USER_INPUT', path }] });
  });

  it('is for citizens who are signed in', async () => {
    expect(codes(await agency.ask(grant, { input: wish }))).toEqual(['UNAUTHENTICATED']);
    const { data } = await agency.ask(grant, { input: wish }, service);
    expect(data).toMatchObject({ grantConsent: { consent: null, errors: [{ code: 'FORBIDDEN' }] } });
  });
});

describe('taking a consent back', () => {
  it('is done once, and by nobody else', async () => {
    const { consent } = await granted();
    expect(await revoked(consent?.id, asCitizen('ctz-other'))).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
    expect(await revoked(consent?.id)).toMatchObject({ errors: [] });
    expect(await revoked(consent?.id)).toMatchObject({ consent: null, errors: [{ code: 'CONFLICT', path: null }] });
  });
});
