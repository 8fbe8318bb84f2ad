import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDay } from '#kit/localTime.ts';
import { citizenIdOf, createPopulation, principalOf } from '#kit/sandbox/population.ts';
import { load } from '#kit/sandbox/seed.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import type { QueueTicketRecord } from '../model.ts';
import { seedCitizens } from '../sandbox/citizens.ts';
import { seedQueue } from '../sandbox/queue.ts';
import { aMall, codes } from './aMall.ts';

const now = new Date();
const today = localDay(now, 'WIB');
const seller = principalOf('food-seller');
let agency: TestAgency;

beforeAll(async () => {
  const { agency: started, models } = await aMall();
  agency = started;
  const request = {
    connection: agency.connection,
    vault: agency.vault,
    households: createPopulation(30, now),
    now,
    announce: async () => {},
  };
  await seedCitizens(models, request);
  await seedQueue(models, request);
  await load(models.QueueTicket, line);
}, 60_000);

afterAll(() => agency?.stop());

/** Today's line at a mall where nobody of the sandbox lives. */
const line = [
  ticket('first', { status: 'CHECKED_IN', checkedInAt: now }),
  ticket('mine', { slot: '09:30', status: 'CHECKED_IN', checkedInAt: now, citizenId: 'ctz-waiting' }),
  ticket('called', {
    status: 'CALLED',
    checkedInAt: new Date(now.getTime() - 600_000),
    calledAt: now,
    counter: 'Gerai 4',
  }),
  ticket('booked', { status: 'BOOKED', citizenId: 'ctz-waiting' }),
];

function ticket(name: string, facts: Partial<QueueTicketRecord>): QueueTicketRecord {
  return {
    _id: `tkt-${name}`,
    number: `A-${name}`,
    citizenId: 'ctz-other',
    mallId: 'mall-32.01',
    serviceCode: 'TAX-CLEARANCE-LETTER',
    date: today,
    slot: '09:00',
    status: 'BOOKED',
    active: true,
    counter: null,
    applicationId: null,
    checkedInAt: null,
    calledAt: null,
    place: null,
    ...facts,
  };
}

describe('the queue', () => {
  it('shows numbers and counters on the board, and nobody, in one command', async () => {
    const { data, errors, commands } = await agency.ask(
      '{ queueBoard(mallId: "mall-32.01") { mall { id } serving { number counter } waiting averageWaitMinutes } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      queueBoard: {
        mall: { id: 'mall-32.01' },
        serving: [{ number: 'A-called', counter: 'Gerai 4' }],
        waiting: 2,
        averageWaitMinutes: 10,
      },
    });
    expect(commands).toEqual(['find malls', 'find queueTickets']);
  });

  it('has no board for a mall that is not', async () => {
    expect((await agency.ask('{ queueBoard(mallId: "mall-00") { waiting } }')).data).toEqual({ queueBoard: null });
  });

  it('tells the holder of a ticket how many come before', async () => {
    const { data, commands } = await agency.ask(
      '{ me { queueTickets(active: true) { id position estimatedCallAt mall { id } service { code } } } }',
      {},
      asCitizen('ctz-waiting'),
    );
    expect(data).toMatchObject({
      me: {
        queueTickets: [
          { id: 'tkt-mine', position: 2, estimatedCallAt: expect.any(String) },
          { id: 'tkt-booked', position: null, estimatedCallAt: null },
        ],
      },
    });
    expect(commands.filter((command) => command === 'find queueTickets')).toHaveLength(2);
  });

  it('shows a ticket to its holder and to the clerks of its mall', async () => {
    const reference = [{ __typename: 'QueueTicket', id: 'tkt-mine' }];
    const read = async (principal: Parameters<typeof agency.entities>[2]) =>
      (await agency.entities(reference, '... on QueueTicket { number }', principal)).data;
    const clerk = { kind: 'clerk', id: 'stf-1', region: '32.01', scopes: ['queue:manage'] } as const;
    expect(await read(asCitizen('ctz-waiting'))).toEqual({ _entities: [{ number: 'A-mine' }] });
    expect(await read({ ...clerk, scopes: [...clerk.scopes], mall: 'mall-32.01' })).toEqual({
      _entities: [{ number: 'A-mine' }],
    });
    expect(await read({ ...clerk, scopes: [...clerk.scopes], mall: 'mall-35.10' })).toEqual({ _entities: [null] });
    expect(await read(asCitizen('ctz-other'))).toEqual({ _entities: [null] });
  });

  it('offers the half hours of the coming days, and none for a service that the mall has not', async () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((ahead) => localDay(new Date(now.getTime() + ahead * 86_400_000), 'WIB'));
    const fields = days.map(
      (date, index) => `day${index}: slotsLeft(service: "TAX-CLEARANCE-LETTER", date: "${date}") { start left }`,
    );
    const { data } = await agency.ask(
      `{ queueBoard(mallId: "mall-35.10") { ${fields.join(' ')} none: slotsLeft(service: "NO-SUCH", date: "${days[0]}") { start } } }`,
    );
    const { none, ...week } = (data as { queueBoard: Record<string, { start: string; left: number }[]> }).queueBoard;
    const slots = Object.values(week).flat();
    expect(none).toEqual([]);
    expect(slots.length).toBeGreaterThan(0);
    expect(slots.filter(({ left }) => left < 1)).toEqual([]);
  });
});

describe('what belongs to a citizen', () => {
  it('shows who read too much, the newest first', async () => {
    const { data } = await agency.ask(
      '{ me { accessLog(first: 20) { totalCount edges { node { at purpose actorRole agency { code } } } } } }',
      {},
      seller,
    );
    type Log = { me: { accessLog: { edges: { node: { at: string; purpose: string } }[] } } };
    const { edges } = (data as Log).me.accessLog;
    const moments = edges.map(({ node }) => node.at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(edges.filter(({ node }) => node.purpose === 'cek data')).toHaveLength(9);
  });

  it('lets a mother act for her children', async () => {
    const { data } = await agency.ask(
      '{ me { delegations { kind actor { id } principal { id } services { code } } } }',
      {},
      principalOf('mother'),
    );
    const { delegations } = (data as { me: { delegations: object[] } }).me;
    expect(delegations).toHaveLength(2);
    expect(delegations[0]).toMatchObject({ kind: 'PARENT', actor: { id: citizenIdOf('mother') }, services: null });
  });

  it('is null for anybody else', async () => {
    const selection = `... on Citizen { accessLog { totalCount } delegations { id } consents { id } documents { id }
      queueTickets { id } notifications { id } applications { totalCount }
      eligibility(service: "LICENSING-PERMIT", region: "35.10") { eligible } }`;
    const citizen = { __typename: 'Citizen', id: citizenIdOf('food-seller') };
    const nothing = {
      accessLog: null,
      delegations: null,
      consents: null,
      documents: null,
      queueTickets: null,
      notifications: null,
      applications: null,
      eligibility: null,
    };
    for (const stranger of [asCitizen('ctz-other'), principalOf('officer-tax'), principalOf('analyst')]) {
      const { data, errors, commands } = await agency.entities([citizen], selection, stranger);
      // Whether there is a consent is all that is looked up.
      const reads = commands.filter((command) => !['find agencies', 'find consents'].includes(command));
      expect({ data, errors, reads }).toEqual({ data: { _entities: [nothing] }, errors: [], reads: [] });
    }
    const own = await agency.entities([citizen], selection, seller);
    expect(own.data).toMatchObject({ _entities: [{ queueTickets: [{}], consents: [{}], applications: {} }] });
  });

  it('is asked of nobody who is not signed in', async () => {
    expect(codes(await agency.ask('{ me { id } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await agency.ask('{ me { id } }', {}, principalOf('analyst'))).data).toEqual({ me: null });
  });

  it('is given in pages of a right size only', async () => {
    expect(codes(await agency.ask('{ me { documents(first: 0) { id } } }', {}, seller))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await agency.ask('{ me { accessLog(first: 101) { totalCount } } }', {}, seller))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('the eligibility of a citizen', () => {
  const selection = `... on Citizen { eligibility(service: "LICENSING-BUSINESS-NUMBER", region: "35.10") {
    eligible offeredInRegion missing { requirement { code } reason(language: EN) fixService { code } } } }`;
  const ready = {
    __typename: 'Citizen',
    id: citizenIdOf('food-seller'),
    birthDate: '1992-05-01',
    digitalIdentityStatus: 'ACTIVE',
    businesses: [],
    taxpayer: { id: 'tax-1', clearance: { status: 'VALID' } },
  };

  it('is told by what the other agencies answered', async () => {
    const { data, errors } = await agency.entities([ready], selection, seller);
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [{ eligibility: { eligible: 'YES', offeredInRegion: true, missing: [] } }] });
  });

  it('names the service that mends what is lacking', async () => {
    const invalid = { ...ready, taxpayer: { id: 'tax-1', clearance: { status: 'INVALID' } } };
    const { data, commands } = await agency.entities([invalid], selection, seller);
    expect(data).toMatchObject({
      _entities: [
        {
          eligibility: {
            eligible: 'NO',
            missing: [{ requirement: { code: 'KSWP' }, fixService: { code: 'TAX-CLEARANCE-LETTER' } }],
          },
        },
      ],
    });
    expect(commands).toEqual(['find services', 'find services']);
  });

  it('stays open when an agency did not answer', async () => {
    const silent = { ...ready, taxpayer: null, digitalIdentityStatus: null };
    const { data } = await agency.entities([silent], selection, seller);
    expect(data).toMatchObject({ _entities: [{ eligibility: { eligible: 'NEEDS_DATA' } }] });
  });

  it('is null for a service that is not', async () => {
    const nowhere = '... on Citizen { eligibility(service: "NO-SUCH", region: "35.10") { eligible } }';
    expect((await agency.entities([ready], nowhere, seller)).data).toEqual({ _entities: [{ eligibility: null }] });
  });
});
