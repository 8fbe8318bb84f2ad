import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccessBatch, AccessEntry } from '#kit/access-log/entry.ts';
import { relayedForm } from '#kit/access-log/relayed.ts';
import { mostTries } from '../one-id/tries.ts';
import { Browser } from './browser.ts';
import { askToSignIn, castAtWork, castMember, OneIdUnderTest, portal } from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
beforeEach(async () => {
  await oneId.models.signInTries.deleteMany({});
});
afterAll(() => oneId.stop());

let addresses = 0;

/** Tries a wrong PIN so often on an account, each time from another address. */
async function guess(number: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let tried = 0; tried < times; tried++) {
    const browser = new Browser(oneId.origin);
    const { url } = await askToSignIn(await portal(oneId));
    const address = { 'x-forwarded-for': `203.0.113.${addresses++}` };
    const answer = await browser.submit(
      await browser.open(url.href),
      { nik: number, pin: '135791', action: 'sign-in' },
      address,
    );
    statuses.push(answer.status);
  }
  return statuses;
}

async function batches(): Promise<AccessBatch[]> {
  return oneId.database.collection<AccessBatch>('accessChain').find({}).sort({ _id: 1 }).toArray();
}

/** The notes of locks, as soon as there are so many; nobody waits for them to be written. */
async function locks(wanted: number): Promise<AccessEntry[]> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const found = (await batches()).flatMap(({ entries }) => entries).filter(isLock);
    if (found.length >= wanted || Date.now() > deadline) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isLock = ({ decision }: AccessEntry) => decision === 'LOCKED_OUT';

describe('the owner of an account that somebody guessed at', () => {
  it('is told in their access log once, and as soon as no further try is judged', async () => {
    expect(await guess(sari.nik, mostTries)).toEqual(Array(mostTries).fill(401));
    expect(await locks(0)).toEqual([]);
    expect(await guess(sari.nik, 3)).toEqual([429, 429, 429]);
    expect(await locks(1)).toEqual([
      expect.objectContaining({ subject: sari.id, action: 'DENIED', coordinates: ['OneId.signIn'] }),
    ]);
    const told = relayedForm('identity', await batches()).batches.flatMap(({ entries }) => entries);
    expect(told).toContainEqual(
      expect.objectContaining({ subject: sari.id, role: 'anonymous', coordinates: ['OneId.signIn'] }),
    );
  });

  it('is told nothing of who guessed, and no number is in the note', async () => {
    const [lock] = await locks(1);
    expect(lock?.actor).toEqual({ id: null, role: 'anonymous', agency: null, region: null });
    expect(JSON.stringify(lock)).not.toContain(sari.nik);
  });

  it('is nobody where the number is unknown, and no citizen where it is a staff number', async () => {
    const before = (await locks(1)).length;
    await guess('9999990101909999', mostTries + 1);
    await guess(castAtWork('officer-tax').nik, mostTries + 1);
    const after = await locks(before + 1);
    expect(after.slice(before)).toEqual([expect.objectContaining({ subject: null })]);
  });
});
