import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PersonaSlug, personaSlugs } from '#kit/sandbox/cast.ts';
import { agencyNames } from '../schema/agencies.ts';
import { clientOperation, clientOperations } from '../schema/clientOperations.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

type Variables = Readonly<Record<string, unknown>> | null;

interface Asked {
  readonly document: string;
  readonly variables: Variables;
  readonly as: PersonaSlug | null;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of each role, and nobody: what a role may see is decided before the lanes part. */
const roles = [
  null,
  'food-seller',
  'officer-licensing',
  'approver-tax',
  'mall-clerk',
  'analyst',
  'service-licensing',
] as const satisfies readonly (PersonaSlug | null)[];

/** A comment behind the text makes it unknown, and changes nothing that it means. */
const unknown = (document: string) => `${document} # not the known text`;
const idOf = (document: string) => createHash('sha256').update(document).digest('hex');

/** What came over the wire: status, every header but the time, and the bytes. */
async function wire(body: object, as: PersonaSlug | null, more: Readonly<Record<string, string>> = {}) {
  const authorization = as ? { authorization: `Bearer ${await platform.tokenFor(as)}` } : {};
  const response = await platform.post(JSON.stringify(body), { ...authorization, ...more });
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  delete headers['x-request-id'];
  if ('x-explain' in more) delete headers['content-length'];
  return { status: response.status, headers, text: timeless(await response.text()) };
}

/** Without what differs from one moment to the next: how long a call took, when it was asked, when a clock would ring, links. */
function timeless(text: string): string {
  return text
    .replaceAll(/"ms":[\d.e-]+/g, '"ms":0')
    .replaceAll(/"(dueAt|madeAt|checkedAt|downloadUrl)":"[^"]+"/g, '"$1":""');
}

async function expectTheSame({ document, variables, as, more = {}, headers = {} }: Asked) {
  const rest = { ...(variables ? { variables } : {}), ...more };
  const long = await wire({ query: unknown(document), ...rest }, as, headers);
  expect(await wire({ query: document, ...rest }, as, headers)).toEqual(long);
  expect(await wire({ id: idOf(document), ...rest }, as, headers)).toEqual(long);
  return long;
}

function variablesFor({ variables, document }: { variables: Variables; document: string }): Variables[] {
  const good = variables ?? (document.includes('$id') ? { id: 'MPP-3510-260101-AAAAAA-A' } : null);
  return [good, { first: 'many', id: null, filter: 7 }, { first: 1.5, kbli: 3510012902010001, language: 'XX' }, {}];
}

describe.each(clientOperations())('$name in both lanes', (operation) => {
  const own = personaSlugs.find((slug) => slug === operation.persona) ?? 'food-seller';
  const [good = null, ...wrong] = variablesFor(operation);

  it('answers every role with the same bytes, status and headers', async () => {
    for (const as of new Set<PersonaSlug | null>([...roles, own])) {
      await expectTheSame({ document: operation.document, variables: good, as });
    }
  }, 120_000);

  it('refuses wrong variables alike, to somebody and to nobody', async () => {
    for (const as of [null, own]) {
      for (const variables of wrong) await expectTheSame({ document: operation.document, variables, as });
    }
  }, 120_000);

  it('is explained alike', async () => {
    const headers = { 'x-explain': 'plan' };
    const { text } = await expectTheSame({ document: operation.document, variables: good, as: 'food-seller', headers });
    expect(text).toContain('"plan"');
  });
});

describe.each(agencyNames())('while %s is down', (agency) => {
  beforeAll(() => platform.stopAgency(agency));
  afterAll(() => platform.startAgency(agency));

  it('both lanes tell it alike', async () => {
    for (const operation of clientOperations()) {
      for (const as of [null, 'food-seller', 'officer-licensing'] as const) {
        const [variables = null] = variablesFor(operation);
        await expectTheSame({ document: operation.document, variables, as });
      }
    }
  }, 120_000);
});

describe('a request for a known document that is odd in some way', () => {
  const { document, name } = clientOperation('Inbox');
  const ask = (more: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
    expectTheSame({ document, variables: null, as: 'food-seller', more, headers });

  it.each([
    ['its own name', { operationName: name }],
    ['another name', { operationName: 'Other' }],
    ['an empty name', { operationName: '' }],
    ['a name that is none', { operationName: 7 }],
    ['variables that are none', { variables: 'first' }],
    ['a list of variables', { variables: [1] }],
    ['extensions', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['extensions that are none', { extensions: 'x' }],
    ['a member that nobody knows', { whatever: true }],
  ])('is answered alike with %s', async (_what, more) => {
    await ask(more);
  });

  it.each(['text/html', 'application/graphql-response+json', 'multipart/mixed', '*/*;q=0.1', ''])(
    'is answered alike when it accepts %s',
    async (accept) => {
      await ask({}, { accept });
    },
  );

  it('is refused alike with a bad token', async () => {
    const headers = { authorization: 'Bearer not-a-token' };
    const long = await wire({ query: unknown(document) }, null, headers);
    expect(await wire({ id: idOf(document) }, null, headers)).toEqual(long);
    expect(long.status).toBe(401);
  });

  it('is refused by an id that nobody knows', async () => {
    const answer = await wire({ id: idOf('{ __typename }') }, 'food-seller');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({
      errors: [{ message: 'No document is known by this id.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
