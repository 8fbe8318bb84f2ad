import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handIn } from '#kit/documents/register.ts';
import { documentModels } from '#kit/documents/upload.ts';
import type { Principal } from '#kit/principal.ts';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { valueAt } from './support/reading.ts';
import { connectToSeeded } from './support/seeded.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

const register = `mutation ($input: RegisterDocumentInput!) {
  registerLicensingDocument(input: $input) { upload { documentId uploadUrl } errors { code path } }
}`;
const scan = Buffer.from('%PDF-1.7 a scan, 28 bytes   ');

interface Wallet {
  readonly id: string;
  readonly source: string;
  readonly verificationCode: string | null;
  readonly usedIn: readonly { readonly id: string }[];
  readonly licensingFile: { readonly uploaded: boolean; readonly downloadUrl: string | null } | null;
}

const at = (link: string) => `${platform.url}${link}`;

async function walletOf(as: PersonaSlug): Promise<readonly Wallet[]> {
  const text =
    '{ me { documents(first: 50) { id source verificationCode usedIn { id } licensingFile { uploaded downloadUrl } } } }';
  const { data, errors } = await platform.ask(text, { as });
  expect(errors).toEqual([]);
  return valueAt(data, 'me.documents') as Wallet[];
}

async function certificateOf(as: PersonaSlug): Promise<Wallet & { link: string }> {
  const issued = (await walletOf(as)).find(
    ({ licensingFile, source }) => source === 'ISSUED' && licensingFile !== null,
  );
  const link = issued?.licensingFile?.downloadUrl;
  if (!issued || !link) throw new Error(`${as} has no certificate of a licence.`);
  return { ...issued, link };
}

async function registerAs(as: PersonaSlug, bytes: Buffer): Promise<{ documentId: string; uploadUrl: string }> {
  const input = {
    name: 'Pindaian',
    kind: 'OTHER',
    mediaType: 'application/pdf',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const { data } = await platform.ask(register, { as, variables: { input } });
  return valueAt(data, 'registerLicensingDocument.upload') as { documentId: string; uploadUrl: string };
}

type Who = Exclude<Principal, { kind: 'anonymous' }>;

interface Answer {
  readonly data?: { readonly application: { readonly files: readonly File[] } | null };
}

interface File {
  readonly documentId: string;
  readonly name: string;
  readonly downloadUrl: string;
}

async function applicationOf(as: PersonaSlug): Promise<string> {
  const text = '{ me { applications(first: 20) { edges { node { __typename id } } } } }';
  const { data } = await platform.ask(text, { as });
  const edges = valueAt(data, 'me.applications.edges') as { node: { __typename: string; id: string } }[];
  return edges.find(({ node }) => node.__typename === 'LicenseApplication')?.node.id ?? '';
}

/** The documents of an application as somebody sees them; none when they do not see the application. */
async function filesOf(id: string, as: Who): Promise<readonly File[]> {
  const text = `query ($id: ID!) {
    application(id: $id) { ... on LicenseApplication { files { documentId name downloadUrl } } }
  }`;
  const authorization = `Bearer ${await platform.issuer.tokenFor(as)}`;
  const body = JSON.stringify({ query: text, variables: { id } });
  const answer = (await (
    await platform.post(body, { authorization, 'x-purpose': 'a test', 'x-case': id })
  ).json()) as Answer;
  return answer.data?.application?.files ?? [];
}

const put = (link: string, body: Buffer) => fetch(at(link), { method: 'PUT', body: Uint8Array.from(body) });

describe('the certificate of a licence', () => {
  it('is fetched by its owner from the wallet, through the gateway, as a PDF', async () => {
    const { link } = await certificateOf('food-seller');
    const answer = await fetch(at(link));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="doc-[0-9a-f]+\.pdf"$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is fetched by the officer of its region, who finds the read in the access log', async () => {
    const { usedIn } = await certificateOf('food-seller');
    const text = 'query ($id: ID!) { application(id: $id) { outcome { licensingFile { downloadUrl } } } }';
    const id = usedIn[0]?.id ?? '';
    const headers = { 'x-purpose': 'a check of the certificate', 'x-case': id };
    const ask = (as: PersonaSlug) => platform.ask(text, { as, variables: { id }, headers });

    const { data } = await ask('officer-licensing');
    const link = valueAt(data, 'application.outcome.licensingFile.downloadUrl') as string;
    expect((await fetch(at(link))).status).toBe(200);
    const connection = await connectToSeeded('business-licensing');
    const batches = await connection.collection('accessChain').find().sort({ _id: -1 }).limit(20).toArray();
    await connection.close();
    const entries = batches.flatMap(({ entries }) => entries as { coordinates: string[]; purpose: string }[]);
    expect(entries.find(({ coordinates }) => coordinates.includes('Document.contents'))).toMatchObject({
      subject: citizenIdOf('food-seller'),
      purpose: 'a check of the certificate',
    });

    expect(valueAt((await ask('officer-elsewhere')).data, 'application')).toBeNull();
    expect(valueAt((await ask('nurse')).data, 'application')).toBeNull();
  });

  it('is checked by anybody by its code, and tells nobody whose it is', async () => {
    const { verificationCode } = await certificateOf('food-seller');
    const text = 'query ($code: String!) { verifyLicense(code: $code) { valid kind issuedByCode issuedOn } }';
    const check = async (code: string) => (await platform.ask(text, { variables: { code } })).data?.['verifyLicense'];
    expect(await check(verificationCode ?? '')).toEqual({
      valid: true,
      kind: expect.stringMatching(/^[A-Z_]+$/),
      issuedByCode: 'DPMPTSP',
      issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const nothing = { valid: false, kind: null, issuedByCode: null, issuedOn: null };
    expect(await check('7H2KQ-00000-ABCDE-FGHJK')).toEqual(nothing);
    expect(await check('$ne')).toEqual(nothing);
  });
});

describe('a document of a citizen', () => {
  it('is registered, sent through the gateway once, and handed in to the office of its region only', async () => {
    const { documentId, uploadUrl } = await registerAs('late-filer', scan);
    expect((await put(uploadUrl, Buffer.from('%PDF-1.7 another one, 28 chr'))).status).toBe(400);
    expect((await put(uploadUrl, scan)).status).toBe(204);
    expect((await put(uploadUrl, scan)).status).toBe(409);

    const application = await applicationOf('late-filer');
    const connection = await connectToSeeded('business-licensing');
    const documents = { ownerId: citizenIdOf('late-filer'), documentIds: [documentId], field: 'input.documentIds' };
    const place = { id: application, regionPath: ['33', '33.02'] };
    await handIn(documentModels(connection), documents, place, new Date());
    expect(JSON.stringify(await connection.collection('uploads').findOne({}))).not.toContain('Pindaian');
    await connection.close();

    const scopes = ['applications:read'];
    const officer = (agency: string, region: string) => asOfficer(agency, region, scopes) as Who;
    const owner = asCitizen(documents.ownerId) as Who;
    for (const as of [owner, officer('business-licensing', '33.02')]) {
      const [file] = await filesOf(application, as);
      expect(file).toMatchObject({ documentId, name: 'Pindaian' });
      const given = await fetch(at(file?.downloadUrl ?? ''));
      expect(Buffer.from(await given.arrayBuffer()).equals(scan)).toBe(true);
    }
    const nurse = asCitizen(citizenIdOf('nurse')) as Who;
    for (const as of [nurse, officer('business-licensing', '35.10'), officer('tax', '33.02')]) {
      expect(await filesOf(application, as)).toEqual([]);
    }
  });

  it.each([
    ['of the wrong size', { sizeBytes: 5_000_001 }, 'sizeBytes'],
    ['of a kind that is not taken', { mediaType: 'text/html' }, 'mediaType'],
    ['with no digest', { sha256: 'abc' }, 'sha256'],
    ['without a name', { name: ' ' }, 'name'],
  ])('is not registered %s', async (_what, wrong, field) => {
    const right = { name: 'x', kind: 'OTHER', mediaType: 'image/png', sizeBytes: 10, sha256: '0'.repeat(64) };
    const { data } = await platform.ask(register, { as: 'widow', variables: { input: { ...right, ...wrong } } });
    expect(data).toEqual({
      registerLicensingDocument: { upload: null, errors: [{ code: 'BAD_USER_INPUT', path: ['input', field] }] },
    });
  });
});

describe('the way of documents through the gateway', () => {
  it('takes five megabytes, and refuses one byte more without passing it on', async () => {
    const { uploadUrl } = await registerAs('widow', scan);
    const answer = await put(uploadUrl, Buffer.alloc(5_000_001));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });

    const largest = Buffer.concat([scan, Buffer.alloc(5_000_000 - scan.length)]);
    const { uploadUrl: link } = await registerAs('widow', largest);
    expect((await put(link, largest)).status).toBe(204);
  });

  it('answers a forged link, one for another agency and one for no agency alike: there is nothing', async () => {
    const { link } = await certificateOf('food-seller');
    for (const forged of [
      link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      link.replace(/\?key=.*/, ''),
      link.replace('/business-licensing/', '/tax/'),
      link.replace('/business-licensing/', '/nobody/'),
      link.replace('/business-licensing/', '/..%2f..%2fgraphql/'),
      link.replace(/doc-[0-9a-f]+/, 'doc-0'),
    ]) {
      expect((await fetch(at(forged))).status).toBe(404);
    }
  });

  it('says that the agency is away', async () => {
    const { link } = await certificateOf('food-seller');
    await platform.stopAgency('business-licensing');
    try {
      const answer = await fetch(at(link));
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
    } finally {
      await platform.startAgency('business-licensing');
    }
  });
});
