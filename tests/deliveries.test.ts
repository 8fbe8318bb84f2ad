import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { type AnnouncementDelivery, applicationEventsPath, httpDelivery } from '#kit/application/delivery.ts';
import { natsDelivery } from '#kit/application/nats/delivery.ts';
import { natsReceiver } from '#kit/application/nats/receiver.ts';
import { announcementOf, type Outbox, startOutbox } from '#kit/application/outbox.ts';
import { takeSteps } from '#kit/application/steps.ts';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { filledFor, keptLog, someApplications, type TestApplications, until } from '#kit/testing/applications.ts';
import { dropAndClose, emptyDatabase } from '#kit/testing/database.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { mallModels } from '../subgraphs/mall/model.ts';
import { seedCatalogue } from '../subgraphs/mall/sandbox/catalogue.ts';
import mall from '../subgraphs/mall/subgraph.ts';
import { hasNatsServer, startNatsServer, type TestNatsServer } from './support/natsServer.ts';

const pace = { lookEveryMs: 20, shortestPauseMs: 20, longestPauseMs: 200, firstRetryMs: 20 };
const tax = generateKeyPairSync('ed25519');
const keys = new Map([['tax', tax.publicKey]]);

/** A way for announcements, from the tax office to the mall. */
interface Way {
  readonly nats: TestNatsServer | null;
  deliveryTo(mallUrl: string, signingKey: KeyObject): AnnouncementDelivery;
}

const overHttp = async (): Promise<Way> => ({
  nats: null,
  deliveryTo: (mallUrl, signingKey) =>
    httpDelivery({ agency: 'tax', signingKey, url: new URL(applicationEventsPath, mallUrl).href }),
});
const overNats = async (): Promise<Way> => {
  const nats = await startNatsServer();
  return { nats, deliveryTo: (_mallUrl, signingKey) => natsDelivery({ agency: 'tax', signingKey, url: nats.url }) };
};

/** The mall with its catalogue, which can be stopped and started at the address it had. */
async function aMallToTell(way: Way) {
  const first = await emptyDatabase('told-mall');
  await seedCatalogue(mallModels(first));
  const address = { uri: setting('MONGODB_URI', z.string()), database: first.name };
  const vault = createVault('mall', keyRingOf('mall'));
  let server: RunningServer | null = null;
  let port = 0;
  const start = async () => {
    const { log } = keptLog();
    const receiver = way.nats ? natsReceiver({ url: way.nats.url, keys, log }) : undefined;
    const connection = await connect(address);
    const gatewayKey = tax.publicKey;
    server = await startAgencyServer(mall, {
      port,
      host: '127.0.0.1',
      connection,
      gatewayKey,
      vault,
      accessLogKeys: keys,
      receiver,
    });
    port = Number(new URL(server.url).port);
  };
  const stop = async () => {
    await server?.stop();
    server = null;
  };
  await start();
  return {
    start,
    stop,
    models: mallModels(first),
    url: () => `http://127.0.0.1:${port}/graphql`,
    async end() {
      await stop();
      await dropAndClose(first);
    },
  };
}

describe.each([
  ['by HTTP', overHttp, true],
  ['by NATS JetStream', overNats, hasNatsServer],
] as const)('telling the inbox %s', (_name, open, isPossible) => {
  const when = isPossible ? it : it.skip;
  let way: Way;
  let inbox: Awaited<ReturnType<typeof aMallToTell>>;
  let office: TestApplications;
  const outboxes: Outbox[] = [];

  beforeAll(async () => {
    if (!isPossible) return;
    way = await open();
    inbox = await aMallToTell(way);
    office = await someApplications('told-tax');
  }, 60_000);
  afterEach(async () => {
    for (const outbox of outboxes.splice(0)) await outbox.stop();
  });
  afterAll(async () => {
    await inbox?.end();
    await office?.stop();
    await way?.nats?.stop();
  });

  const start = (signingKey = tax.privateKey) => {
    const { log, lines } = keptLog();
    const delivery = way.deliveryTo(inbox.url(), signingKey);
    const outbox = startOutbox({ agency: 'tax', typeName: 'TaxApplication', store: office.store, delivery, log, pace });
    outboxes.push(outbox);
    return { outbox, lines };
  };
  const heldSequence = async (id: string) =>
    (await inbox.models.Application.findById(id, { sequence: 1 }).lean())?.sequence ?? 0;
  const noticesOf = (id: string) => inbox.models.Notification.countDocuments({ applicationId: id });
  const isTold = async (id: string) => (await office.store.byId(id))?.telling.after === null;
  const withdraw = async (id: string) => {
    const seen = await office.store.byId(id);
    if (!seen) throw new Error('There is none.');
    const happening = { event: 'WITHDRAW' as const, at: new Date(), by: seen.applicantId };
    await office.store.replace(seen, takeSteps(seen, [happening], office.rules));
  };

  when('shows what changed in the inbox, with one notification for each step', async () => {
    const { outbox } = start();
    const { _id } = await office.submit('ctz-shown', 'key-of-shown');
    outbox.wake();
    await until(() => isTold(_id), 'it is told');
    expect(await heldSequence(_id)).toBe(1);
    await withdraw(_id);
    outbox.wake();
    await until(() => isTold(_id), 'the second step is told');
    expect(await heldSequence(_id)).toBe(2);
    expect(await noticesOf(_id)).toBe(2);
  });

  when('changes nothing when the same is told again', async () => {
    const file = await office.submit('ctz-twice', 'key-of-twice');
    const delivery = way.deliveryTo(inbox.url(), tax.privateKey);
    const told = announcementOf(file, { agency: 'tax', typeName: 'TaxApplication' });
    for (let n = 0; n < 3; n++) expect(await delivery.deliver([told])).toEqual([]);
    await delivery.stop();
    expect(await heldSequence(file._id)).toBe(1);
    expect(await noticesOf(file._id)).toBe(1);
  });

  when(
    'completes the inbox after the mall was away, and submitting went on meanwhile',
    async () => {
      start();
      await inbox.stop();
      const ids: string[] = [];
      for (let n = 0; n < 60; n++) ids.push((await office.submit(`ctz-away-${n}`, 'key-of-away'))._id);
      for (const id of ids.slice(0, 10)) await withdraw(id);
      await inbox.start();
      await until(async () => (await office.store.untold()).waiting === 0, 'all is told', 25_000);
      for (const [index, id] of ids.entries()) {
        expect(await heldSequence(id)).toBe(index < 10 ? 2 : 1);
        expect(await noticesOf(id)).toBe(index < 10 ? 2 : 1);
      }
      expect((await office.store.untold()).parked).toEqual([]);
    },
    60_000,
  );

  when('parks what the mall keeps refusing, and lets the others flow', async () => {
    const fill = async () => ({ ...filledFor('ctz-poison'), serviceCode: 'NO-SUCH-SERVICE' });
    const poison = await office.submit('ctz-poison', 'key-of-poison', { fill });
    const good = await office.submit('ctz-good', 'key-of-good');
    start();
    await until(() => isTold(good._id), 'the good one is told');
    const isParked = async () => (await office.store.byId(poison._id))?.telling.parked === true;
    await until(isParked, 'the poison one is parked');
    expect(await office.store.untold()).toMatchObject({ parked: [{ id: poison._id, tries: 5 }] });
    expect(await heldSequence(poison._id)).toBe(0);
    await office.connection.collection('applications').deleteOne({ _id: poison._id as never });
  });

  when('parks what is larger than can be sent, and lets the others flow', async () => {
    const large = await office.submit('ctz-large', 'key-of-large');
    const [step] = large.steps;
    if (!step) throw new Error('It has no step.');
    const steps = Array.from({ length: 600 }, (_, n) => ({ ...step, sequence: n + 1, note: 'x'.repeat(4_000) }));
    await office.store.replace(large, { ...large, steps, sequence: 600 });
    const good = await office.submit('ctz-small', 'key-of-small');
    start();
    await until(() => isTold(good._id), 'the small one is told');
    const isParked = async () => (await office.store.byId(large._id))?.telling.parked === true;
    await until(isParked, 'the large one is parked');
    await office.connection.collection('applications').deleteOne({ _id: large._id as never });
  });

  when('takes nothing that the agency did not sign', async () => {
    const { _id } = await office.submit('ctz-forged', 'key-of-forged');
    const forged = start(generateKeyPairSync('ed25519').privateKey);
    await until(() => forged.lines.length > 0, 'it was not taken');
    expect(await heldSequence(_id)).toBe(0);
    await outboxes.pop()?.stop();
    start();
    await until(() => isTold(_id), 'it is told with the right key');
    expect(await heldSequence(_id)).toBe(1);
  });

  when(
    'goes on after the server between them was killed, where there is one',
    async () => {
      start();
      await way.nats?.kill();
      const ids: string[] = [];
      for (let n = 0; n < 5; n++) ids.push((await office.submit(`ctz-kill-${n}`, 'key-of-kill'))._id);
      await way.nats?.start();
      for (const id of ids) await until(() => isTold(id), 'it is told', 25_000);
      for (const id of ids) expect(await heldSequence(id)).toBe(1);
    },
    60_000,
  );
});
