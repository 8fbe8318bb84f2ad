import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('licensing');
}, 120_000);
afterAll(() => graph.stop());

const payload = 'application { id } errors { code message path }';
const decideOn = (as: Parameters<JourneyPlatform['decide']>[0], id: string, decision: string, more?: object) =>
  graph.decide(as, 'decideLicenseApplication', id, decision, more);

/** A stall in Banyuwangi. */
const stall = {
  actorType: 'INDIVIDUAL',
  name: 'Warung Misal Pagi',
  scale: 'MICRO',
  regionCode: '35.10.13.2001',
  address: 'Jalan Contoh 12',
  projects: [{ kbli: '56102', regionCode: '35.10.13.2001', investment: '15000000', workersLocal: 1 }],
};
/** A hotel in the same regency. */
const hotel = {
  actorType: 'ENTITY',
  entityType: 'LIMITED_COMPANY',
  name: 'PT Misal Inap',
  scale: 'LARGE',
  regionCode: '35.10.13.2001',
  address: 'Jalan Andaikata 3',
  projects: [{ kbli: '55110', regionCode: '35.10.13.2001', investment: '85000000000', workersLocal: 60 }],
};

interface Registered extends Payload {
  readonly business: {
    readonly nib: string;
    readonly projects: readonly { readonly id: string; readonly riskLevel: string }[];
    readonly licenses: readonly { readonly kind: string; readonly status: string }[];
  } | null;
}

async function register(as: Parameters<JourneyPlatform['change']>[0], business: object): Promise<Registered> {
  const selection = `business { nib projects { id riskLevel } licenses { kind status } } ${payload}`;
  const answer = await graph.change(as, 'registerBusiness', { idempotencyKey: newKey(), ...business }, selection);
  return answer as Registered;
}

describe('opening a food stall', () => {
  it('gives the number at once, with the certificate in the wallet and every step in the inbox', async () => {
    const { business, application, errors } = await register('mover', stall);
    expect(errors).toEqual([]);
    expect(business).toMatchObject({
      projects: [{ riskLevel: 'LOW' }],
      licenses: [{ kind: 'BUSINESS_NUMBER', status: 'ISSUED' }],
    });
    const entry = await graph.inboxAfter('mover', application?.id ?? '', 6);
    expect(entry.timeline.map(({ to }) => to)).toEqual([
      'SUBMITTED',
      'DOCUMENT_CHECK',
      'VERIFICATION',
      'AWAITING_APPROVAL',
      'APPROVED',
      'ISSUED',
    ]);
    const wallet = await graph.get<{ kind: string; usedIn: { id: string }[] }[]>(
      'mover',
      '{ me { documents(first: 50) { kind usedIn { id } } } }',
      'me.documents',
    );
    expect(wallet).toContainEqual({ kind: 'BUSINESS_NUMBER', usedIn: [{ id: application?.id }] });
    const news = await graph.get<{ application: { id: string } | null }[]>(
      'mover',
      '{ me { notifications(first: 50) { title application { id } } } }',
      'me.notifications',
    );
    expect(JSON.stringify(news).split(application?.id ?? 'none')).toHaveLength(7);
  });

  it('says every fault of a form at once, and keeps nothing of it', async () => {
    const wrong = {
      ...stall,
      name: 'W',
      address: '',
      entityType: 'LIMITED_COMPANY',
      projects: [{ kbli: '00000', regionCode: '35', investment: 'much', workersLocal: -1 }],
    };
    const { business, errors } = await register('widow', { ...wrong, validateOnly: true });
    expect(business).toBeNull();
    expect(errors.map(({ path }) => path?.join('.'))).toEqual([
      'input.name',
      'input.address',
      'input.entityType',
      'input.projects.0.kbli',
      'input.projects.0.regionCode',
      'input.projects.0.investment',
      'input.projects.0.workersLocal',
    ]);
    const checked = await register('widow', { ...stall, validateOnly: true });
    expect(checked).toEqual({ business: null, application: null, errors: [] });
    expect(await graph.get('widow', '{ me { businesses { nib } } }', 'me.businesses')).toEqual([]);
  });

  it('registers once however often it is sent, and refuses the key for another business', async () => {
    const idempotencyKey = newKey();
    const business = { ...stall, idempotencyKey };
    const tries = await Promise.all(Array.from({ length: 50 }, () => register('widow', business)));
    expect(new Set(tries.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(tries[0]?.errors).toEqual([]);
    const other = await register('widow', { ...business, name: 'Warung Lain' });
    expect(other.errors).toMatchObject([{ code: 'CONFLICT' }]);
    const own = await graph.get<unknown[]>('widow', '{ me { businesses { nib } } }', 'me.businesses');
    expect(own).toEqual([{ nib: tries[0]?.business?.nib }]);
  }, 60_000);
});

describe('opening a hotel', () => {
  it('needs its land use first, then an inspection, with the clock paused while a plan is missing', async () => {
    const { business } = await register('new-parent', hotel);
    const [project] = business?.projects ?? [];
    expect(project?.riskLevel).toBe('MEDIUM_HIGH');
    const documents = [await graph.document('new-parent', 'registerLicensingDocument')];
    const request = { nib: business?.nib, projectId: project?.id, documentIds: documents };
    const apply = (kind: string) =>
      graph.change('new-parent', 'submitLicenseApplication', { ...request, kind, idempotencyKey: newKey() }, payload);

    expect((await apply('STANDARD_CERTIFICATE')).errors).toMatchObject([{ path: ['input', 'kind'] }]);
    const landUse = (await apply('BASIC_REQUIREMENT')).application?.id ?? '';
    await graph.inboxAfter('officer-licensing', landUse, 1);
    await decideOn('officer-licensing', landUse, 'ACCEPT_DOCUMENTS');
    await graph.inboxAfter('officer-licensing', landUse, 3);
    await decideOn('officer-licensing', landUse, 'RECOMMEND');
    await graph.inboxAfter('approver-licensing', landUse, 4);
    expect((await decideOn('approver-licensing', landUse, 'APPROVE')).errors).toEqual([]);

    const certificate = (await apply('STANDARD_CERTIFICATE')).application?.id ?? '';
    await graph.inboxAfter('officer-licensing', certificate, 1);
    await decideOn('officer-licensing', certificate, 'ACCEPT_DOCUMENTS');
    await graph.inboxAfter('officer-licensing', certificate, 3);
    expect((await decideOn('officer-licensing', certificate, 'RETURN_FOR_CORRECTION')).errors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    await decideOn('officer-licensing', certificate, 'RETURN_FOR_CORRECTION', {
      note: 'The plan of the escape routes is missing.',
      requirementCodes: ['STANDARD-EVIDENCE'],
    });
    const returned = await graph.inboxAfter('new-parent', certificate, 4);
    expect(returned).toMatchObject({ status: 'RETURNED', pendingAction: { kind: 'CORRECT_DATA' } });
    const plan = await graph.document('new-parent', 'registerLicensingDocument');
    await graph.change(
      'new-parent',
      'resubmitLicenseApplication',
      { id: certificate, documentIds: [plan], note: 'Here it is.' },
      payload,
    );
    await graph.inboxAfter('officer-licensing', certificate, 5);
    await decideOn('officer-licensing', certificate, 'SEND_TO_INSPECTION');
    const visited = await graph.inboxAfter('officer-licensing', certificate, 6);
    expect(visited.status).toBe('FIELD_INSPECTION');
    await decideOn('officer-licensing', certificate, 'RECOMMEND');
    await graph.inboxAfter('approver-licensing', certificate, 7);
    await decideOn('approver-licensing', certificate, 'APPROVE');
    const done = await graph.inboxAfter('new-parent', certificate, 9);
    expect(done.status).toBe('ISSUED');
    const facts = await graph.get<{ slaEffect: string }[]>(
      'new-parent',
      `query ($id: ID!) { application(id: $id) { timeline { slaEffect }
        ... on LicenseApplication { inspection { result } license { status } } } }`,
      'application',
      { id: certificate },
    );
    expect(facts).toMatchObject({
      inspection: { result: 'CONFORMS' },
      license: { status: 'ISSUED' },
      timeline: expect.arrayContaining([
        { slaEffect: 'START' },
        { slaEffect: 'PAUSE' },
        { slaEffect: 'RESUME' },
        { slaEffect: 'STOP' },
      ]),
    });
  }, 60_000);
});

describe('a licence for somebody who owes tax returns', () => {
  it('is refused at once, with the service that mends it; where the tax agency is silent, it is left to the office', async () => {
    const { nib, projects } = await graph.get<{ nib: string; projects: { id: string }[] }>(
      'late-filer',
      '{ me { businesses { nib projects { id } } } }',
      'me.businesses.0',
    );
    const documentIds = [await graph.document('late-filer', 'registerLicensingDocument')];
    const input = { nib, projectId: projects[0]?.id, kind: 'SUPPORTING_LICENSE', documentIds };
    const apply = () =>
      graph.change('late-filer', 'submitLicenseApplication', { ...input, idempotencyKey: newKey() }, payload);
    const { application, errors } = await apply();
    expect(application).toBeNull();
    expect(errors).toMatchObject([
      { path: ['input', 'nib'], message: expect.stringContaining('TAX-CLEARANCE-LETTER') },
    ]);
    await graph.stopAgency('tax');
    expect((await apply()).errors).toEqual([]);
    await graph.startAgency('tax');
  }, 60_000);
});

describe("a nurse's licence to practise", () => {
  it('is granted by silence after five working days, and not before', async () => {
    const documentIds = [await graph.document('nurse', 'registerLicensingDocument')];
    const { application, errors } = await graph.change(
      'nurse',
      'submitPracticeLicense',
      {
        idempotencyKey: newKey(),
        profession: 'NURSE',
        holderName: 'Ratna Misalkan',
        registrationNumber: 'STR-CONTOH-0001',
        regionCode: '35.10.13.2001',
        place: 'Klinik Contoh, Jalan Misal 1',
        documentIds,
      },
      payload,
    );
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    await graph.inboxAfter('officer-licensing', id, 1);
    await decideOn('officer-licensing', id, 'ACCEPT_DOCUMENTS');
    await graph.inboxAfter('nurse', id, 3);
    graph.moveClock(4);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await graph.inboxAfter('nurse', id, 3)).status).toBe('VERIFICATION');
    graph.moveClock(16);
    const granted = await graph.inboxAfter('nurse', id, 5);
    expect(granted.timeline.slice(-2).map(({ to }) => to)).toEqual(['AUTO_APPROVED', 'ISSUED']);
  }, 60_000);
});
