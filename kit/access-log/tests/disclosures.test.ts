import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { agencySchema } from '../../subgraph.ts';
import { asCitizen, asOfficer } from '../../testing/builders.ts';
import { startTestAgency, type TestAgency } from '../../testing/testAgency.ts';
import { Disclosures } from '../disclosures.ts';
import type { AccessBatch, AccessEntry } from '../entry.ts';
import { aRegister } from './aRegister.ts';

const officer = asOfficer('register', '35.10', []);
let register: TestAgency;
beforeAll(async () => {
  register = await startTestAgency(aRegister());
});
afterAll(() => register.stop());

let seen = 0;
beforeEach(async () => {
  seen = (await entries()).length;
});

const person = 'query ($id: ID!) { person(id: $id) { id name estate { homes { street } } } }';

describe('an officer who reads about a citizen', () => {
  it('is noted once, with every field that had a value, and what for', async () => {
    const { data, errors } = await register.ask(person, { id: 'ctz-1' }, officer);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ person: { name: 'Ani' } });
    expect(await newEntries()).toEqual([
      expect.objectContaining({
        chain: 'register',
        actor: { id: officer.kind === 'officer' && officer.id, role: 'officer', agency: 'register', region: '35.10' },
        subject: 'ctz-1',
        action: 'READ',
        coordinates: ['Home.street', 'Person.name'],
        count: 3,
        purpose: 'a test',
        legalBasis: 'PUBLIC_TASK',
        decision: 'ALLOWED',
      }),
    ]);
  });

  it('costs one write', async () => {
    const { logCommands } = await register.ask(person, { id: 'ctz-1' }, officer);
    expect(logCommands).toEqual(['insert accessChain']);
  });

  it('leaves no value in the log', async () => {
    await register.ask(person, { id: 'ctz-1' }, officer);
    const text = JSON.stringify(await newEntries());
    for (const value of ['Ani', 'Jalan Satu']) expect(text).not.toContain(value);
  });

  it('is not noted for a field without a value, nor for the opaque id of a mere reference', async () => {
    const reference = { __typename: 'Citizen', id: 'ctz-2' };
    const { data } = await register.entities([reference], '... on Citizen { id name }', officer);
    expect(data).toEqual({ _entities: [{ id: 'ctz-2', name: null }] });
    expect(await newEntries()).toEqual([]);
  });

  it('is noted for a look-up that found somebody, whatever was then asked of them', async () => {
    await register.ask('{ person(id: "ctz-1") { id } }', {}, officer);
    await register.ask(person, { id: 'ctz-2' }, officer);
    expect(await newEntries()).toEqual([
      expect.objectContaining({ subject: 'ctz-1', coordinates: ['Query.person'], count: 1 }),
      expect.objectContaining({ subject: 'ctz-2', coordinates: ['Query.person'], count: 1 }),
    ]);
  });

  it('is noted for everybody on a page that was looked up, once each', async () => {
    await register.ask('{ people(id: "ctz") { edges { node { id name } } } }', {}, officer);
    const said = (await newEntries()).map(({ subject, coordinates }) => [subject, coordinates]);
    expect(said.sort()).toEqual([
      ['ctz-1', ['Person.name']],
      ['ctz-2', ['Query.people']],
    ]);
  });

  it('is noted without a subject when the search found nobody', async () => {
    await register.ask(person, { id: 'ctz-9' }, officer);
    expect(await newEntries()).toEqual([
      expect.objectContaining({ subject: null, coordinates: ['Query.person'], count: 0 }),
    ]);
  });

  it('is noted the same through an entity', async () => {
    await register.entities([{ __typename: 'Citizen', id: 'ctz-1' }], '... on Citizen { name }', officer);
    expect(await newEntries()).toEqual([
      expect.objectContaining({ subject: 'ctz-1', coordinates: ['Citizen.name'], count: 1 }),
    ]);
  });

  it('may read the file of a company without a note: it is about no person', async () => {
    const { data } = await register.ask('{ file(owner: "company") { text } }', {}, officer);
    expect(data).toEqual({ file: { text: 'a text' } });
    expect(await newEntries()).toEqual([]);
  });
});

describe('what people write about the purpose', () => {
  it('is kept up to 200 characters', async () => {
    const disclosures = new Disclosures(
      { principal: officer, purpose: 'p'.repeat(5_000), caseId: 'c'.repeat(5_000), requestId: 'r' },
      new Date(),
    );
    const { purpose, caseId } = disclosures.circumstances();
    expect([purpose?.length, caseId?.length]).toEqual([200, 200]);
  });
});

describe('a citizen', () => {
  it('reads their own data without a note and without a write', async () => {
    const answer = await register.ask('{ me { name } }', {}, asCitizen('ctz-1'));
    expect(answer).toMatchObject({ data: { me: { name: 'Ani' } }, logCommands: [] });
    expect(await newEntries()).toEqual([]);
  });

  it('is noted when they read about somebody else', async () => {
    await register.ask(person, { id: 'ctz-1' }, asCitizen('ctz-2'));
    expect(await newEntries()).toEqual([expect.objectContaining({ subject: 'ctz-1' })]);
  });
});

describe('what cannot be noted', () => {
  it('is not shown when nobody knows whose data it is', async () => {
    for (const reader of [officer, asCitizen('ctz-1')]) {
      const { data, errors } = await register.ask('{ file(owner: "unknown") { text } }', {}, reader);
      expect(data).toEqual({ file: null });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
    }
  });

  it('is not shown when it was reached from nobody', async () => {
    const { data, errors } = await register.ask('{ home { street } }', {}, officer);
    expect(data).toEqual({ home: { street: null } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
  });

  it('is not shown while the log cannot be written, and is again when it can', async () => {
    const { collection } = register.connection.model('AccessBatch');
    const insert = jest.spyOn(collection, 'insertOne').mockRejectedValue(new Error('the disk is full'));
    try {
      const { data, errors } = await register.ask(person, { id: 'ctz-1' }, officer);
      expect(data).toBeUndefined();
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } })]);
      const own = await register.ask('{ me { name } }', {}, asCitizen('ctz-1'));
      expect(own).toMatchObject({ data: { me: { name: 'Ani' } }, errors: [] });
    } finally {
      insert.mockRestore();
    }
    expect((await register.ask(person, { id: 'ctz-1' }, officer)).errors).toEqual([]);
  });
});

describe('an agency that does not say whose data a type is', () => {
  it('has no schema to start with', () => {
    const forgetful = { ...aRegister(), subjects: {} };
    expect(() => agencySchema(forgetful)).toThrow('does not say whose data a Citizen is');
  });

  it('has none with a name that its schema does not know either', () => {
    expect(() => agencySchema(aRegister({ Persn: () => 'ctz-1' }))).toThrow('names Persn');
  });
});

describe('a refused try', () => {
  it('is noted when the agency stops, and shows nothing', async () => {
    const other = await startTestAgency(aRegister());
    const numbers = '{ person(id: "ctz-1") { a: number b: number } }';
    expect((await other.ask(numbers, {}, officer)).errors.map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    await other.ask(numbers, {}, asCitizen('ctz-2'));
    const insert = jest.spyOn(other.connection.model('AccessBatch').collection, 'insertOne');
    await other.stop();
    expect(insert.mock.calls.map(([batch]) => batch)).toEqual([
      expect.objectContaining({
        entries: [
          expect.objectContaining({
            action: 'DENIED',
            decision: 'FORBIDDEN',
            coordinates: ['Person.number'],
            subject: 'ctz-1',
            count: 2,
          }),
        ],
      }),
    ]);
  });
});

async function newEntries(): Promise<AccessEntry[]> {
  return (await entries()).slice(seen);
}

async function entries(): Promise<AccessEntry[]> {
  const batches = await register.connection.collection<AccessBatch>('accessChain').find({}).sort({ _id: 1 }).toArray();
  return batches.flatMap((batch) => [...batch.entries]);
}
