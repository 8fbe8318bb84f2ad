import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { citizenIdOf, principalOf } from '#kit/sandbox/population.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { officerOfAnotherAgency, officerWithoutScope, owner, owners, startSeeded } from './seededAgency.ts';

let agency: TestAgency;
let announcements: readonly ApplicationAnnouncement[];

beforeAll(async () => {
  ({ agency, announcements } = await startSeeded());
});
afterAll(() => agency.stop());

const sari = owner('food-seller');
const herself = principalOf('food-seller');
const officer = principalOf('officer-licensing');

function applicationsOf(slug: Parameters<typeof citizenIdOf>[0]) {
  return announcements
    .filter(({ applicantId }) => applicantId === citizenIdOf(slug))
    .map(({ id }) => ({ __typename: 'LicenseApplication', id }));
}

describe('a business', () => {
  const business = 'query ($nib: Nib!) { business(nib: $nib) { nib name status } }';

  it('is shown to its owner, with its project, its activity and its licences', async () => {
    const { data, errors } = await agency.ask(
      `query ($nib: Nib!) {
        business(nib: $nib) {
          nib scale status address taxpayer { id } region { code } responsiblePersons { id }
          projects { riskLevel investment { amount currency } region { code } classification { code title category } }
          licenses { kind status number issuedAt }
        }
      }`,
      { nib: sari.nib },
      herself,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      business: {
        nib: sari.nib,
        scale: 'MICRO',
        status: 'ACTIVE',
        taxpayer: { id: sari.taxpayerId },
        region: { code: '35.10.13.2001' },
        responsiblePersons: [{ id: sari.id }],
        projects: [
          {
            riskLevel: 'LOW',
            investment: { amount: '25000000.00', currency: 'IDR' },
            classification: { code: '56102', title: 'Rumah/Warung Makan', category: 'I' },
          },
        ],
        licenses: expect.arrayContaining([
          expect.objectContaining({ kind: 'BUSINESS_NUMBER', status: 'ISSUED', number: sari.nib }),
          expect.objectContaining({ kind: 'SUPPORTING_LICENSE', status: 'IN_PROCESS', number: null }),
        ]),
      },
    });
  });

  it('is shown to an officer of its region', async () => {
    const { data } = await agency.ask(business, { nib: sari.nib }, officer);
    expect(data).toEqual({ business: { nib: sari.nib, name: 'Warung Contoh Bu Sari', status: 'ACTIVE' } });
  });

  it.each([
    ['another citizen', principalOf('nurse')],
    ['an officer of another region', principalOf('officer-elsewhere')],
    ['an officer without the scope', officerWithoutScope],
    ['an analyst', principalOf('analyst')],
  ])('looks to %s as if it did not exist', async (_who, principal) => {
    const hidden = await agency.ask(business, { nib: sari.nib }, principal);
    const absent = await agency.ask(business, { nib: '9999999999999' }, principal);
    expect(hidden.data).toEqual({ business: null });
    expect([hidden.data, hidden.errors]).toEqual([absent.data, absent.errors]);
  });

  it('is refused to somebody who is not signed in', async () => {
    const { errors } = await agency.ask(business, { nib: sari.nib });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is not looked for under a number that cannot be one', async () => {
    const { errors, commands } = await agency.ask(business, { nib: '12' }, herself);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(commands).toEqual([]);
  });
});

describe("a citizen's businesses", () => {
  const selection = '... on Citizen { businesses { nib status } }';
  const asReference = (id: string) => [{ __typename: 'Citizen', id }];

  it('are reached from the profile', async () => {
    const { data } = await agency.ask('{ me { id businesses { nib } } }', {}, herself);
    expect(data).toEqual({ me: { id: sari.id, businesses: [{ nib: sari.nib }] } });
  });

  it('are an empty list for somebody who owns none, and null for somebody who may not ask', async () => {
    const nurse = citizenIdOf('nurse');
    const own = await agency.entities(asReference(nurse), selection, principalOf('nurse'));
    const others = await agency.entities(asReference(sari.id), selection, principalOf('nurse'));
    expect(own.data).toEqual({ _entities: [{ businesses: [] }] });
    expect(others.data).toEqual({ _entities: [{ businesses: null }] });
  });

  it("are to an officer those in the officer's region", async () => {
    const references = [sari, owner('investor')].map(({ id }) => ({ __typename: 'Citizen', id }));
    const { data } = await agency.entities(references, selection, officer);
    expect(data).toEqual({
      _entities: [{ businesses: [{ nib: sari.nib, status: 'ACTIVE' }] }, { businesses: [] }],
    });
  });
});

describe('an application', () => {
  const selection = `... on LicenseApplication {
    id kind officialStatusCode business { nib } project { classification { code } } license { status }
    taxClearance { flag officialFlagCode } inspection { scheduledFor result }
  }`;

  it('shows the nurse her practice licence, which belongs to no business', async () => {
    const { data } = await agency.entities(applicationsOf('nurse'), selection, principalOf('nurse'));
    expect(data).toMatchObject({
      _entities: [
        {
          kind: 'SUPPORTING_LICENSE',
          officialStatusCode: '10',
          business: null,
          project: null,
          license: { status: 'IN_PROCESS' },
        },
      ],
    });
  });

  it('shows the investor the visit to the hotel', async () => {
    const { data } = await agency.entities(applicationsOf('investor').slice(-1), selection, principalOf('investor'));
    expect(data).toMatchObject({
      _entities: [
        {
          kind: 'STANDARD_CERTIFICATE',
          officialStatusCode: '40',
          business: { nib: owner('investor').nib },
          project: { classification: { code: '55110' } },
          inspection: { scheduledFor: '2026-11-26', result: null },
        },
      ],
    });
  });

  it('shows the late filer why the file is held', async () => {
    const { data } = await agency.entities(
      applicationsOf('late-filer').slice(-1),
      selection,
      principalOf('late-filer'),
    );
    expect(data).toMatchObject({
      _entities: [
        { officialStatusCode: '11', taxClearance: { flag: 'ANNUAL_RETURN_MISSING', officialFlagCode: '02' } },
      ],
    });
  });

  it('is shown to an officer of this agency in its region', async () => {
    const { data } = await agency.entities(applicationsOf('food-seller'), selection, officer);
    expect(data).toMatchObject({
      _entities: ['BUSINESS_NUMBER', 'SUPPORTING_LICENSE'].map((kind) => ({ kind, business: { nib: sari.nib } })),
    });
  });

  it.each([
    ['another citizen', principalOf('nurse')],
    ['an officer of another region', principalOf('officer-elsewhere')],
    ['an officer of another agency', officerOfAnotherAgency],
  ])('looks to %s like one that does not exist', async (_who, principal) => {
    const absent = { __typename: 'LicenseApplication', id: 'MPP-3510-261124-000000-0' };
    const { data } = await agency.entities([...applicationsOf('food-seller'), absent], selection, principal);
    expect(data).toEqual({ _entities: [null, null, null] });
  });

  it('is announced to the mall under its own id and type', () => {
    expect(announcements.length).toBeGreaterThan(40);
    expect(
      announcements.filter(
        ({ typeName, agency: from }) => `${from} ${typeName}` !== 'business-licensing LicenseApplication',
      ),
    ).toEqual([]);
  });
});

describe('fifty references of one type', () => {
  it('cost one command, and one more for each type below', async () => {
    const references = owners.slice(0, 50).map(({ id }) => ({ __typename: 'Citizen', id }));
    expect(references).toHaveLength(50);
    const { commands } = await agency.entities(
      references,
      '... on Citizen { businesses { nib projects { classification { title } } licenses { status } } }',
      officer,
    );
    expect([...commands].sort()).toEqual(['find business_classifications', 'find businesses', 'find licenses']);
  });

  it('of applications cost one command each for applications, businesses and licences', async () => {
    const references = announcements.slice(0, 50).map(({ id }) => ({ __typename: 'LicenseApplication', id }));
    const { commands } = await agency.entities(
      references,
      '... on LicenseApplication { kind business { nib } project { id } license { status } }',
      officer,
    );
    expect([...commands].sort()).toEqual(['find businesses', 'find license_applications', 'find licenses']);
  });

  it('of businesses, licences and activities cost one command', async () => {
    for (const [references, selection, command] of [
      [owners.map(({ nib }) => ({ __typename: 'Business', nib })), '... on Business { name }', 'find businesses'],
      [owners.map(({ nib }) => ({ __typename: 'License', id: nib })), '... on License { name }', 'find licenses'],
      [
        ['55110', '56102'].map((code) => ({ __typename: 'BusinessClassification', version: 'KBLI_2020', code })),
        '... on BusinessClassification { title }',
        'find business_classifications',
      ],
    ] as const) {
      const { commands } = await agency.entities(references, selection, officer);
      expect(commands).toEqual([command]);
    }
  });
});

describe('a request without the signature of the gateway', () => {
  it.each(['{ _service { sdl } }', '{ businessClassifications { code } }'])('gets 401 (%s)', async (query) => {
    const response = await fetch(agency.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(401);
  });
});
