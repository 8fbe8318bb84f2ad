import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keptLog, someApplications, type TestApplications, until } from '../../testing/applications.ts';
import type { ApplicationAnnouncement } from '../announcement.ts';
import type { AnnouncementDelivery } from '../delivery.ts';
import { type Outbox, type OutboxStore, startOutbox, triesUntilParked } from '../outbox.ts';
import { takeSteps } from '../steps.ts';

const pace = { lookEveryMs: 10, shortestPauseMs: 5, longestPauseMs: 20, firstRetryMs: 5 };
const unsettled = new Set<string>();
let office: TestApplications;
beforeAll(async () => {
  office = await someApplications('outbox', async ({ _id }) => {
    if (unsettled.has(_id)) throw new Error('The register is away.');
  });
});
afterAll(() => office.stop());
beforeEach(() => office.connection.collection('applications').deleteMany({}));

const running: Outbox[] = [];
afterEach(async () => {
  for (const outbox of running.splice(0)) await outbox.stop();
});

/** A receiver that keeps what it is told, is away when it is said to be, and refuses whom it is said to refuse. */
function aReceiver() {
  const receiver = { away: false, refuses: new Set<string>(), batches: [] as (readonly ApplicationAnnouncement[])[] };
  const delivery: AnnouncementDelivery = {
    async deliver(told) {
      if (receiver.away) throw new Error('Nobody answers.');
      receiver.batches.push(told);
      return told.filter(({ id }) => receiver.refuses.has(id)).map(({ id }) => ({ id, reason: 'No such service.' }));
    },
    stop: async () => {},
  };
  const toldOf = (of: string) => receiver.batches.flat().filter(({ id }) => id === of);
  return { receiver, delivery, toldOf, sequencesOf: (id: string) => toldOf(id).map(({ steps }) => steps.length) };
}

function start(delivery: AnnouncementDelivery, store: OutboxStore = office.store) {
  const { log, lines } = keptLog();
  const outbox = startOutbox({ agency: 'tax', typeName: 'TaxApplication', store, delivery, log, pace });
  running.push(outbox);
  return { lines, outbox };
}

async function withdraw(id: string): Promise<void> {
  const seen = await office.store.byId(id);
  if (!seen) throw new Error('There is none.');
  const happening = { event: 'WITHDRAW' as const, at: new Date(), by: seen.applicantId };
  await office.store.replace(seen, takeSteps(seen, [happening], office.rules));
}

const tellingOf = async (id: string) => (await office.store.byId(id))?.telling;
const isTold = async (id: string) => (await tellingOf(id))?.after === null && !(await tellingOf(id))?.parked;
const nothingWaits = async () =>
  (await office.connection.collection('applications').countDocuments({ 'telling.after': { $ne: null } })) === 0;

describe('the outbox', () => {
  it('tells every application once, with all its steps and nothing of who decided', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n++) ids.push((await office.submit(`ctz-${n}`, 'the-same-key'))._id);
    const { delivery, receiver } = aReceiver();
    start(delivery);
    await until(nothingWaits, 'nothing waits');
    expect(receiver.batches.every((batch) => batch.length <= 50)).toBe(true);
    const told = receiver.batches.flat();
    expect(told.map(({ id }) => id)).toEqual(ids);
    expect(told[0]).toMatchObject({ agency: 'tax', typeName: 'TaxApplication', steps: [{ sequence: 1 }] });
    expect(JSON.stringify(told)).not.toContain('"by"');
    expect(JSON.stringify(told)).not.toContain('"event"');
  });

  it('goes on by itself after the receiver was away, counts nothing as refused meanwhile, and keeps the order', async () => {
    const { delivery, receiver, sequencesOf } = aReceiver();
    receiver.away = true;
    const { lines } = start(delivery);
    const { _id } = await office.submit('ctz-away', 'key-of-away');
    await until(() => lines.length >= 8, 'it has tried eight times');
    await withdraw(_id);
    expect(await tellingOf(_id)).toMatchObject({ tries: 0, parked: false });
    expect(lines.every(({ level }) => level === 'warn')).toBe(true);
    receiver.away = false;
    await until(() => isTold(_id), 'it is told');
    expect(sequencesOf(_id)).toEqual([2]);
  });

  it('tells again what was refused, and is done when it is taken', async () => {
    const { delivery, receiver, sequencesOf } = aReceiver();
    const { _id } = await office.submit('ctz-refused', 'key-of-refused');
    receiver.refuses.add(_id);
    const { lines } = start(delivery);
    await until(async () => ((await tellingOf(_id))?.tries ?? 0) >= 2, 'it was refused twice');
    receiver.refuses.clear();
    await until(() => isTold(_id), 'it is told');
    expect(await tellingOf(_id)).toMatchObject({ tries: 0, parked: false });
    expect(sequencesOf(_id).length).toBeGreaterThanOrEqual(3);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('parks what is refused five times, says so as an error, and lets the others flow', async () => {
    const { delivery, receiver, sequencesOf } = aReceiver();
    const poison = await office.submit('ctz-poison', 'key-of-poison');
    receiver.refuses.add(poison._id);
    const { lines, outbox } = start(delivery);
    const others: string[] = [];
    for (let n = 0; n < 20; n++) {
      others.push((await office.submit(`ctz-flow-${n}`, 'key-of-flow'))._id);
      outbox.wake();
    }
    await until(async () => (await tellingOf(poison._id))?.parked === true, 'it is parked');
    await until(nothingWaits, 'nothing waits');
    for (const id of others) expect(sequencesOf(id)).toEqual([1]);
    expect(sequencesOf(poison._id)).toHaveLength(triesUntilParked);
    const errors = lines.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ line: { application: poison._id, tries: 5 } }]);
    expect(JSON.stringify(lines)).not.toContain('ctz-poison');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sequencesOf(poison._id)).toHaveLength(triesUntilParked);
  });

  it('tells what rests on it only when that is in line, and tries that again too', async () => {
    const { delivery, toldOf } = aReceiver();
    const { _id } = await office.submit('ctz-settle', 'key-of-settle');
    unsettled.add(_id);
    start(delivery);
    await until(async () => ((await tellingOf(_id))?.tries ?? 0) >= 1, 'it could not be settled');
    expect(toldOf(_id)).toEqual([]);
    unsettled.delete(_id);
    await until(() => isTold(_id), 'it is told');
    expect(toldOf(_id)).toHaveLength(1);
  });

  it('never tells an older state of an application after a newer one, while it keeps changing', async () => {
    const { delivery, sequencesOf } = aReceiver();
    const { outbox } = start(delivery);
    const { _id } = await office.submit('ctz-order', 'key-of-order');
    for (let sequence = 2; sequence <= 30; sequence++) {
      const seen = await office.store.byId(_id);
      const [step] = seen?.steps ?? [];
      if (!seen || !step) throw new Error('There is none.');
      await office.store.replace(seen, { ...seen, sequence, steps: [...seen.steps, { ...step, sequence }] });
      outbox.wake();
    }
    await until(() => isTold(_id), 'it is told');
    const sequences = sequencesOf(_id);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(sequences.at(-1)).toBe(30);
  });

  it('tells it twice when it dies between the delivery and its note, and not a third time', async () => {
    const { delivery, sequencesOf } = aReceiver();
    const { _id } = await office.submit('ctz-crash', 'key-of-crash');
    const dying = { ...office.store, markTold: () => new Promise<void>(() => {}) };
    // Stopping waits for the note that never comes: this one is left behind, as after a kill.
    start(delivery, dying);
    running.length = 0;
    await until(() => sequencesOf(_id).length === 1, 'it was told');
    expect(await isTold(_id)).toBe(false);
    start(delivery);
    await until(() => isTold(_id), 'it is told');
    expect(sequencesOf(_id)).toEqual([1, 1]);
  });

  it('shows what waits and what is parked by its number alone, and tells a parked one again when asked', async () => {
    const { delivery, receiver } = aReceiver();
    const poison = await office.submit('ctz-look', 'key-of-look');
    receiver.refuses.add(poison._id);
    start(delivery);
    await until(async () => (await tellingOf(poison._id))?.parked === true, 'it is parked');
    receiver.away = true;
    const waiting = await office.submit('ctz-wait', 'key-of-wait');
    const untold = await office.store.untold();
    expect(untold).toEqual({
      waiting: 1,
      waitingSince: (await tellingOf(waiting._id))?.after,
      parked: [{ id: poison._id, sequence: 1, tries: triesUntilParked }],
    });
    receiver.away = false;
    receiver.refuses.clear();
    expect(await office.store.tellAgain(waiting._id)).toBe(false);
    expect(await office.store.tellAgain(poison._id)).toBe(true);
    await until(() => isTold(poison._id), 'it is told');
    await until(() => isTold(waiting._id), 'the other is told too');
    expect(await office.store.untold()).toEqual({ waiting: 0, waitingSince: null, parked: [] });
  });
});
