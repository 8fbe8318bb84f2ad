import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badInput } from '../../errors.ts';
import { filledFor, someApplications, type TestApplications } from '../../testing/applications.ts';
import { submitApplication } from '../submit.ts';
import { isTrackingNumber } from '../trackingNumber.ts';

let office: TestApplications;
beforeAll(async () => {
  office = await someApplications('submit');
});
afterAll(() => office.stop());

const countOf = (applicantId: string) => office.connection.collection('applications').countDocuments({ applicantId });
const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

describe('submitting an application', () => {
  it('keeps it with its first step, its number and the word to others in one document, and rings for it', async () => {
    const rung = office.rings.count;
    const file = await office.submit('ctz-one', 'key-of-one');
    const stored = await office.connection.collection('applications').findOne({ applicantId: 'ctz-one' });
    expect(isTrackingNumber(file._id)).toBe(true);
    expect(stored).toMatchObject({
      _id: file._id,
      status: 'SUBMITTED',
      sequence: 1,
      steps: [{ sequence: 1, to: 'SUBMITTED', by: 'ctz-one', slaEffect: 'START' }],
      telling: { after: expect.any(Date), tries: 0, parked: false },
    });
    expect(office.rings.count).toBe(rung + 1);
  });

  it('takes what follows in the same breath into the same write', async () => {
    const andThen = () => [{ event: 'WITHDRAW' as const, by: 'ctz-breath' }];
    const file = await office.submit('ctz-breath', 'key-of-breath', { andThen });
    expect((await office.store.byId(file._id))?.steps.map(({ to }) => to)).toEqual(['SUBMITTED', 'WITHDRAWN']);
  });

  it.each(['', 'short', 'seven-7', 'a key with spaces', 'x'.repeat(65), 'kéy-kéy-kéy', '$where-is-it'])(
    'refuses the key "%s", and keeps nothing',
    async (key) => {
      await expect(office.submit('ctz-key', key)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(await countOf('ctz-key')).toBe(0);
    },
  );

  it('gives the first application again for the same key, without filling the form a second time', async () => {
    const first = await office.submit('ctz-again', 'key-of-again');
    const fill = async () => {
      throw new Error('The form was filled again.');
    };
    expect((await office.submit('ctz-again', 'key-of-again', { fill }))._id).toBe(first._id);
    expect(await countOf('ctz-again')).toBe(1);
  });

  it('refuses the same key with another body, and takes it for another operation and from another citizen', async () => {
    const first = await office.submit('ctz-body', 'shared-key');
    const other = { input: { service: 'another' } };
    await expect(office.submit('ctz-body', 'shared-key', other)).rejects.toMatchObject({
      extensions: { code: 'CONFLICT' },
    });
    const elsewhere = await office.submit('ctz-body', 'shared-key', { operation: 'other' });
    const somebody = await office.submit('ctz-else', 'shared-key');
    expect(new Set([first._id, elsewhere._id, somebody._id]).size).toBe(3);
    expect(await countOf('ctz-body')).toBe(2);
  });

  it('keeps a key for a day: a moment before it gives the same application, after it a new one', async () => {
    const monday = new Date('2026-06-22T05:00:00Z');
    const first = await office.submit('ctz-day', 'key-of-day', {}, monday);
    const late = await office.submit('ctz-day', 'key-of-day', {}, new Date(hoursAfter(monday, 24).getTime() - 1));
    expect(late._id).toBe(first._id);
    const tuesday = hoursAfter(monday, 24);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => office.submit('ctz-day', 'key-of-day', {}, tuesday)),
    );
    expect(new Set(tries.map(({ _id }) => _id)).size).toBe(1);
    expect(tries[0]?._id).not.toBe(first._id);
    expect(await countOf('ctz-day')).toBe(2);
  });

  it('makes one application of fifty tries at once, and gives it to all of them', async () => {
    const tries = await Promise.all(Array.from({ length: 50 }, () => office.submit('ctz-race', 'key-of-race')));
    expect(new Set(tries.map(({ _id }) => _id)).size).toBe(1);
    expect(await countOf('ctz-race')).toBe(1);
  });

  it('takes another number for an application whose number somebody else has by chance', async () => {
    const day = new Date('2026-11-20T03:00:00Z');
    const first = await office.submit('ctz-number', 'key-of-number', {}, day);
    const applications = office.connection.collection('applications');
    await applications.updateOne({ _id: first._id as never }, { $set: { 'request.key': 'of somebody else' } });
    const second = await office.submit('ctz-number', 'key-of-number', {}, day);
    expect(second._id).not.toBe(first._id);
    expect(isTrackingNumber(second._id)).toBe(true);
    expect((await office.submit('ctz-number', 'key-of-number', {}, day))._id).toBe(second._id);
  });

  it('lets one of two bodies under one key in when they race, and refuses the other', async () => {
    const bodies = [{ service: 'one' }, { service: 'another' }];
    const submit = (n: number) => office.submit('ctz-bodies', 'key-of-bodies', { input: bodies[n % 2] });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => submit(n)));
    const outcomes = [0, 1].map((body) => tries.filter((_, n) => n % 2 === body).map(({ status }) => status));
    expect(outcomes.map((of) => [...new Set(of)]).sort()).toEqual([['fulfilled'], ['rejected']]);
    const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.extensions.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['CONFLICT']));
    expect(await countOf('ctz-bodies')).toBe(1);
  });

  it('only checks when it is asked to: faults are told, nothing is kept, and the key stays free', async () => {
    const wrong = { fill: async () => Promise.reject(badInput('No.', 'name')), validateOnly: true };
    await expect(office.submit('ctz-check', 'key-of-check', wrong)).rejects.toThrow('No.');
    const submission = {
      operation: 'submit',
      idempotencyKey: 'key-of-check',
      input: { checked: true },
      fill: async () => filledFor('ctz-check'),
    };
    const desk = office.deskFor('ctz-check');
    expect(await submitApplication(desk, { ...submission, validateOnly: true })).toBeNull();
    expect(await countOf('ctz-check')).toBe(0);
    expect(await submitApplication(desk, { ...submission, input: { other: true } })).not.toBeNull();
  });

  it('gives the application of the quicker try to one whose form does not fit any more because of it', async () => {
    const first = await office.submit('ctz-quick', 'key-of-quick');
    // The first look finds nothing, as if the quicker try were stored just after it.
    let looks = 0;
    const store = {
      ...office.store,
      byRequest: async (key: string, now: Date) => (++looks === 1 ? null : office.store.byRequest(key, now)),
    };
    const slower = await submitApplication(
      { ...office.deskFor('ctz-quick'), store },
      {
        operation: 'submit',
        idempotencyKey: 'key-of-quick',
        input: { service: 'clearance' },
        fill: async () => Promise.reject(badInput('There is one already.')),
      },
    );
    expect(slower?._id).toBe(first._id);
  });

  it('is for citizens', async () => {
    const desk = { ...office.deskFor('ctz-any'), principal: { kind: 'anonymous' } as const };
    const submission = {
      operation: 'submit',
      idempotencyKey: 'key-of-nobody',
      input: {},
      fill: async () => filledFor('ctz'),
    };
    await expect(submitApplication(desk, submission)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('the store of applications', () => {
  it('lets one of many changes of the same state through, and tells the others that they were late', async () => {
    const seen = await office.submit('ctz-store', 'key-of-store');
    const next = { ...seen, sequence: 2, status: 'WITHDRAWN' as const };
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => office.store.replace(seen, next)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.extensions.code] : []));
    expect(codes).toEqual(Array.from({ length: 19 }, () => 'CONFLICT'));
  });

  it('does not take what was told of an older state for what is to be told of a newer', async () => {
    const seen = await office.submit('ctz-newer', 'key-of-newer');
    const newer = await office.store.replace(seen, { ...seen, sequence: 2 });
    await office.store.markTold(seen._id, 1);
    await office.store.markRefused(seen._id, 1, 5, null);
    expect((await office.store.byId(seen._id))?.telling).toMatchObject({ after: expect.any(Date), parked: false });
    await office.store.markTold(newer._id, 2);
    expect((await office.store.byId(seen._id))?.telling.after).toBeNull();
  });

  it('tells again what was parked once it changes', async () => {
    const seen = await office.submit('ctz-parked', 'key-of-parked');
    await office.store.markRefused(seen._id, 1, 5, null);
    const waits = async () => (await office.store.waiting(new Date(), 100)).map(({ _id }) => _id);
    expect(await waits()).not.toContain(seen._id);
    await office.store.replace(seen, { ...seen, sequence: 2 });
    expect(await waits()).toContain(seen._id);
  });

  it('finds what waits through an index, longest waiting first', async () => {
    const applications = office.connection.collection('applications');
    const plan = await applications.find({ 'telling.after': { $lte: new Date() } }).explain();
    expect(JSON.stringify(plan)).toContain('"IXSCAN"');
    const since = (await office.store.waiting(new Date(), 100)).map(({ telling }) => telling.after?.getTime() ?? 0);
    expect(since.length).toBeGreaterThan(5);
    expect(since).toEqual([...since].sort((a, b) => a - b));
  });
});
