import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../principal.ts';
import { asCitizen, asOfficer } from '../../testing/builders.ts';
import { startTestAgency, type TestAgency } from '../../testing/testAgency.ts';
import type { AccessBatch } from '../entry.ts';
import { missingReason, type StatedReason } from '../statedReason.ts';
import { aRegister } from './aRegister.ts';

const officer = asOfficer('register', '35.10', []);
const clerk: Principal = { kind: 'clerk', id: 'stf-1', mall: 'mall-35.10', region: '35.10', scopes: [] };
const analyst: Principal = { kind: 'analyst', id: 'stf-2', scopes: [] };
const service: Principal = { kind: 'service', id: 'svc-1', agency: 'register', scopes: [] };
const name = '{ person(id: "ctz-1") { name } }';
const byReference = { representations: [{ __typename: 'Citizen', id: 'ctz-1' }] };
const reference =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Citizen { name } } }';
const nothingSaid: StatedReason = { purpose: undefined, caseId: undefined };
const purposeMissing = [expect.objectContaining({ extensions: { code: 'PURPOSE_MISSING' } })];

const moved: string[] = [];
let register: TestAgency;
beforeAll(async () => {
  register = await startTestAgency(aRegister({}, moved));
});
afterAll(() => register.stop());
beforeEach(() => {
  moved.length = 0;
});

describe('somebody at work who does not say why', () => {
  it.each<[string, Principal, StatedReason]>([
    ['an officer who says nothing', officer, nothingSaid],
    ['an officer without a case', officer, { purpose: 'a check', caseId: undefined }],
    ['an officer without a purpose', officer, { purpose: undefined, caseId: 'file-1' }],
    ['an officer who writes blanks', officer, { purpose: '  ', caseId: '\t' }],
    ['a clerk', clerk, nothingSaid],
    ['an analyst', analyst, nothingSaid],
  ])('is shown nothing about others: %s', async (_who, principal, reason) => {
    for (const [query, variables] of [
      [name, {}],
      ['{ person(id: "ctz-1") { id } }', {}],
      ['{ person(id: "ctz-9") { id } }', {}],
      ['{ people(id: "ctz") { edges { node { id } } } }', {}],
      [reference, byReference],
    ] as const) {
      const { data, errors } = await register.ask(query, variables, principal, reason);
      expect([data, errors]).toEqual([undefined, purposeMissing]);
    }
  });

  it.each<[string, Principal, StatedReason]>([
    ['an officer', officer, { purpose: 'a check', caseId: 'file-1' }],
    ['a clerk, who has no cases', clerk, { purpose: 'a check', caseId: undefined }],
    ['a service account, whose purpose was agreed on', service, nothingSaid],
    ['a citizen, who is at home', asCitizen('ctz-2'), nothingSaid],
  ])('is another than one who has said it, or need not: %s', async (_who, principal, reason) => {
    const { data, errors } = await register.ask(name, {}, principal, reason);
    expect([data, errors]).toEqual([{ person: { name: 'Ani' } }, []]);
  });

  it('gets what is about nobody', async () => {
    const { data, errors } = await register.ask('{ file(owner: "company") { text } }', {}, officer, nothingSaid);
    expect([data, errors]).toEqual([{ file: { text: 'a text' } }, []]);
  });

  it('changes nothing: it is refused before, where the answer could show somebody', async () => {
    const move = 'mutation { move(id: "ctz-1") { person { name } } }';
    const { data, errors } = await register.ask(move, {}, officer, { purpose: 'a check', caseId: '' });
    expect(data).toEqual({ move: null });
    expect(errors).toEqual([expect.objectContaining({ path: ['move'], extensions: { code: 'PURPOSE_MISSING' } })]);
    expect(moved).toEqual([]);
    expect((await register.ask(move, {}, officer)).data).toEqual({ move: { person: { name: 'Ani' } } });
    expect(moved).toEqual(['ctz-1']);
    expect((await register.ask('mutation { count }', {}, officer, nothingSaid)).data).toEqual({ count: 2 });
  });
});

describe('a read that was refused for want of a purpose', () => {
  it('is in the log as a refused try, and as no read', async () => {
    const tried = await startTestAgency(aRegister());
    await tried.ask('{ person(id: "ctz-1") { name } }', {}, { ...clerk, id: 'stf-who-tries' }, nothingSaid);
    const { connection } = tried;
    // What waits is written when the agency stops, just before its connection closes.
    const batches = connection.model<AccessBatch>('AccessBatch').collection;
    const written: AccessBatch[] = [];
    const insertOne = batches.insertOne.bind(batches);
    batches.insertOne = (async (batch: AccessBatch) => {
      written.push(batch);
      return insertOne(batch as never);
    }) as never;
    await tried.stop();
    const entries = written.flatMap(({ entries }) => entries);
    expect(entries).toEqual([
      expect.objectContaining({
        action: 'DENIED',
        decision: 'PURPOSE_MISSING',
        subject: 'ctz-1',
        coordinates: ['Person.name'],
        actor: expect.objectContaining({ id: 'stf-who-tries' }),
      }),
    ]);
  });
});

describe('what a role must say', () => {
  it('is said in words that name the headers', () => {
    expect(missingReason(officer, {})?.message).toMatch(/x-purpose.*x-case/);
    expect(missingReason(clerk, {})?.message).toMatch(/x-purpose/);
    expect(missingReason(clerk, {})?.message).not.toMatch(/x-case/);
  });
});
