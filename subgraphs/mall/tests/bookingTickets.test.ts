import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDay } from '#kit/localTime.ts';
import type { Principal } from '#kit/principal.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import type { MallModels } from '../model.ts';
import { ticketsPerSlot } from '../rules/queue.ts';
import { aMall, codes } from './aMall.ts';

const mallId = 'mall-35.10';
const serviceCode = 'TAX-CLEARANCE-LETTER';
const clerk: Principal = { kind: 'clerk', id: 'stf-1', mall: mallId, region: '35.10', scopes: ['queue:manage'] };
const elsewhere: Principal = { ...clerk, mall: 'mall-33.14', region: '33.14' };
let agency: TestAgency;
let models: MallModels;
let free: { date: string; slot: string }[];
let keys = 0;

beforeAll(async () => {
  ({ agency, models } = await aMall());
  free = await freeTimes();
}, 60_000);
afterAll(() => agency?.stop());

interface Ticket {
  id: string;
  number: string;
  status: string;
  counter: string | null;
}
type Payload = { ticket: Ticket | null; errors: { code: string; path: string[] | null }[] };
const selection = '{ ticket { id number status counter } errors { code path } }';

async function ask(mutation: string, as: Principal, variables: object = {}, declared = ''): Promise<Payload> {
  const { data, errors } = await agency.ask(
    `mutation ${declared} { done: ${mutation} ${selection} }`,
    { ...variables },
    as,
  );
  expect(errors).toEqual([]);
  return (data as { done: Payload }).done;
}

function book(citizen: string, time: object | undefined, key = aKey()): Promise<Payload> {
  const input = { mallId, serviceCode, idempotencyKey: key, ...time };
  return ask('bookQueueTicket(input: $input)', asCitizen(citizen), { input }, '($input: BookQueueTicketInput!)');
}

function aKey(): string {
  keys += 1;
  return `booking-${keys}`;
}

const refusal = (code: string) => ({ ticket: null, errors: [expect.objectContaining({ code })] });

describe('booking a turn', () => {
  it('gives a number, once for every try with one key', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => book('ctz-keen', free[0], 'the-same-key')));
    const [first] = tries;
    expect(first).toMatchObject({
      ticket: { status: 'BOOKED', number: expect.stringMatching(/^D-\d{3}$/) },
      errors: [],
    });
    expect(tries.map(({ ticket }) => ticket?.id)).toEqual(tries.map(() => first?.ticket?.id));
    expect(await models.QueueTicket.countDocuments({ citizenId: 'ctz-keen' })).toBe(1);
  });

  it('refuses a key that was used for another booking, but not one that somebody else used', async () => {
    expect(await book('ctz-keen', free[1], 'the-same-key')).toEqual(refusal('CONFLICT'));
    expect(await book('ctz-second', free[1], 'the-same-key')).toMatchObject({ errors: [] });
  });

  it('gives no more tickets than a time has places, whoever comes at once', async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, (_, one) => book(`ctz-crowd-${one}`, free[2])));
    const booked = tries.filter(({ ticket }) => ticket !== null);
    expect(booked).toHaveLength(ticketsPerSlot);
    expect(new Set(booked.map(({ ticket }) => ticket?.number)).size).toBe(ticketsPerSlot);
    expect(tries.flatMap(({ errors }) => errors).every(({ code }) => code === 'CONFLICT')).toBe(true);

    const [given] = await models.QueueTicket.find({ ...free[2] })
      .sort({ _id: 1 })
      .limit(1)
      .lean();
    const back = await ask(`cancelQueueTicket(id: "${given?._id}")`, asCitizen(given?.citizenId ?? ''));
    expect(back).toMatchObject({ ticket: { status: 'CANCELLED' }, errors: [] });
    expect(await book('ctz-late', free[2])).toMatchObject({ ticket: { status: 'BOOKED' } });
    expect(await book('ctz-too-late', free[2])).toEqual(refusal('CONFLICT'));
  });

  it('leaves one turn a day and service to a citizen', async () => {
    const sameDay = free.filter(({ date }) => date === free[0]?.date).at(-1);
    expect(await book('ctz-keen', sameDay)).toEqual(refusal('CONFLICT'));
  });

  it('refuses what is not offered, and says where', async () => {
    const paths = async (change: object) => (await book('ctz-wrong', { ...free[4], ...change })).errors[0]?.path;
    expect(await paths({ mallId: 'mall-00' })).toEqual(['input', 'mallId']);
    expect(await paths({ serviceCode: 'NO-SUCH' })).toEqual(['input', 'serviceCode']);
    expect(await paths({ applicationId: 'MPP-0000' })).toEqual(['input', 'applicationId']);
    expect(await paths({ idempotencyKey: 'short' })).toEqual(['input', 'idempotencyKey']);
    expect(await book('ctz-wrong', { ...free[4], slot: '03:00' })).toEqual(refusal('CONFLICT'));
  });

  it('is not for a clerk, nor for somebody who is not signed in', async () => {
    const input = { mallId, serviceCode, idempotencyKey: 'a-clerks-key', ...free[4] };
    const text = 'mutation ($input: BookQueueTicketInput!) { bookQueueTicket(input: $input) { errors { code } } }';
    expect((await agency.ask(text, { input }, clerk)).data).toEqual({
      bookQueueTicket: { errors: [{ code: 'FORBIDDEN' }] },
    });
    expect(codes(await agency.ask(text, { input }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a day at the counter', () => {
  const today = localDay(new Date(), 'WIB');
  const own = asCitizen('ctz-today-1');

  beforeAll(async () => {
    await book('ctz-today-1', free[5]);
    await book('ctz-today-2', free[5]);
    // As if both had booked some days ago, and the second is here.
    const { QueueTicket } = models;
    await QueueTicket.updateMany({ citizenId: { $in: ['ctz-today-1', 'ctz-today-2'] } }, { $set: { date: today } });
    const here = { status: 'CHECKED_IN' as const, checkedInAt: new Date() };
    await QueueTicket.updateOne({ citizenId: 'ctz-today-2' }, { $set: here });
  });

  it('goes from coming in to being served, by the clerk of the mall only', async () => {
    const [ticket] = await models.QueueTicket.find({ citizenId: 'ctz-today-1' }).sort({ _id: 1 }).lean();
    const id = ticket?._id;
    expect(await ask(`checkInQueueTicket(id: "${id}")`, asCitizen('ctz-other'))).toEqual(refusal('NOT_FOUND'));
    expect(await ask(`checkInQueueTicket(id: "${id}")`, own)).toMatchObject({ ticket: { status: 'CHECKED_IN' } });
    expect(await ask(`checkInQueueTicket(id: "${id}")`, own)).toEqual(refusal('CONFLICT'));
    expect(await ask(`serveTicket(id: "${id}")`, elsewhere)).toEqual(refusal('NOT_FOUND'));
    expect(await ask(`callNextTicket(mallId: "${mallId}", counter: "Gerai 1")`, elsewhere)).toEqual(
      refusal('FORBIDDEN'),
    );

    const call = (counter: string) => ask(`callNextTicket(mallId: "${mallId}", counter: "${counter}")`, clerk);
    const called = await Promise.all([call('Gerai 1'), call('Gerai 2'), call('Gerai 3')]);
    const tickets = called.flatMap((payload) => payload.ticket ?? []);
    // Three counters call at once: the two who wait are called once each, and the third finds nobody.
    expect(new Set(tickets.map((one) => one.id)).size).toBe(2);
    expect(tickets).toHaveLength(2);

    expect(await ask(`serveTicket(id: "${id}")`, clerk)).toMatchObject({ ticket: { status: 'SERVING' } });
    expect(await ask(`closeTicket(id: "${id}")`, clerk)).toMatchObject({ ticket: { status: 'SERVED' } });
    const absent = tickets.find((one) => one.id !== id);
    expect(await ask(`closeTicket(id: "${absent?.id}")`, clerk)).toMatchObject({ ticket: { status: 'NO_SHOW' } });
  });

  it('stands in the access log, as what a clerk did with somebody’s ticket', async () => {
    const batches = await agency.connection.collection('accessChain').find({}).toArray();
    const entries = batches.flatMap((batch) => batch['entries'] as { subject: string; coordinates: string[] }[]);
    expect(entries).toContainEqual(
      expect.objectContaining({ subject: 'ctz-today-1', coordinates: ['Mutation.serveTicket'] }),
    );
  });

  it('is closed to others by the rule of the schema', async () => {
    const text = `mutation { callNextTicket(mallId: "${mallId}", counter: "1") { errors { code } } }`;
    expect(codes(await agency.ask(text, {}, own))).toEqual(['FORBIDDEN']);
    expect(await ask(`cancelQueueTicket(id: "tkt-none")`, own)).toEqual(refusal('NOT_FOUND'));
  });
});

/** Times of the coming week that can be booked. */
async function freeTimes(): Promise<{ date: string; slot: string }[]> {
  const days = [2, 3, 4, 5, 6, 7, 8].map((ahead) => localDay(new Date(Date.now() + ahead * 86_400_000), 'WIB'));
  const fields = days.map(
    (date, index) => `d${index}: slotsLeft(service: "${serviceCode}", date: "${date}") { start }`,
  );
  const { data } = await agency.ask(`{ queueBoard(mallId: "${mallId}") { ${fields.join(' ')} } }`);
  const board = (data as { queueBoard: Record<string, { start: string }[]> }).queueBoard;
  return days.flatMap((date, index) => (board[`d${index}`] ?? []).map(({ start }) => ({ date, slot: start })));
}
