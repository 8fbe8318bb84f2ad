import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ExecutionResult, parse } from 'graphql';
import { type ForwardedIdentity, requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../call/agency.ts';
import { AgencyConnection } from '../call/askAgency.ts';
import { shareExecutions, writeOnce } from '../plan/sharedExecutions.ts';
import { contextOf, type Scene, startSmallGateway } from './support/smallGraph.ts';
import { startSmallServers } from './support/smallServers.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const query = prepareOperation('{ me { id } }', false);
const mutation = prepareOperation('mutation { pay }', true);
const sari = { principal: { kind: 'citizen', id: 'sari', scopes: [] }, requestId: 'one' } as const;
const budi = { principal: { kind: 'citizen', id: 'budi', scopes: [] }, requestId: 'two' } as const;
const officer = { kind: 'officer', id: 'o', agency: 'a', region: '35', scopes: ['read'] } as const;

let calls: number;
let server: Server;
let url: string;
const connections: AgencyConnection[] = [];
beforeEach(async () => {
  calls = 0;
  server = createServer((request, response) => {
    calls += 1;
    const call = calls;
    request.resume().on('end', () => {
      setTimeout(() => response.end(JSON.stringify({ data: { call, me: { id: 'x' } } })), 30);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`;
});
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
  server.close();
});

function connect(shareInFlight: boolean): AgencyConnection {
  const connection = new AgencyConnection('stub', url, {
    sign: requestSigner(privateKey),
    timeoutMs: 2_000,
    shareInFlight,
  });
  connections.push(connection);
  return connection;
}

async function callsOf(
  shareInFlight: boolean,
  asked: readonly { identity: ForwardedIdentity; operation?: typeof query; variables?: string }[],
): Promise<number> {
  const agency = connect(shareInFlight);
  const requests = asked.map(({ identity, operation = query, variables = '{}' }) =>
    agency.ask({ identity, operation, variables, made: null }),
  );
  await Promise.all(requests);
  return calls;
}

describe('calls under way', () => {
  it('are shared between requests of one caller when that is switched on', async () => {
    expect(await callsOf(true, [{ identity: sari }, { identity: { ...sari, requestId: 'three' } }])).toBe(1);
  });

  it('are not shared between requests when it is not', async () => {
    expect(await callsOf(false, [{ identity: sari }, { identity: sari }])).toBe(2);
  });

  it.each([
    ['two citizens', [{ identity: sari }, { identity: budi }]],
    ['a citizen and nobody', [{ identity: sari }, { identity: { principal: { kind: 'anonymous' }, requestId: 'x' } }]],
    [
      'one citizen with other grants',
      [{ identity: sari }, { identity: { ...sari, principal: { ...sari.principal, scopes: ['more'] } } }],
    ],
    [
      'one officer for two purposes',
      [
        { identity: { principal: officer, purpose: 'a file', requestId: '1' } },
        { identity: { principal: officer, purpose: 'curiosity', requestId: '2' } },
      ],
    ],
    ['other variables', [{ identity: sari }, { identity: sari, variables: '{"first":1}' }]],
    [
      'mutations',
      [
        { identity: sari, operation: mutation },
        { identity: sari, operation: mutation },
      ],
    ],
  ] as const)('are never shared between %s', async (_whom, asked) => {
    expect(await callsOf(true, asked)).toBe(2);
  });

  it('are shared within one request, and what one asker does to the answer does not show in the other', async () => {
    const agency = connect(false);
    const made = new Map();
    const ask = () => agency.ask({ identity: sari, operation: query, variables: '{}', made });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect((await ask()).data).toEqual({ call: 1, me: { id: 'x' } });
    expect(calls).toBe(1);
    Object.assign(one.data ?? {}, { me: null });
    expect(other.data).toEqual({ call: 1, me: { id: 'x' } });
  });

  it('are over when they are answered: nothing is remembered', async () => {
    const agency = connect(true);
    const ask = () => agency.ask({ identity: sari, operation: query, variables: '{}', made: null });
    expect((await ask()).data).toMatchObject({ call: 1 });
    expect((await ask()).data).toMatchObject({ call: 2 });
  });
});

describe('two places of a plan that ask the same of an agency', () => {
  it('are answered by one call', async () => {
    const small = await startSmallServers();
    const { data } = await small.ask('query Twice { first: bargain { title } second: bargain { title } }');
    await small.stop();
    expect(data).toMatchObject({ first: { title: expect.any(String) }, second: { title: expect.any(String) } });
    expect(Object.fromEntries(small.requests)).toEqual({ prices: 1, works: 1 });
  });

  it('are asked each for itself in an operation that changes something', async () => {
    const calls: [agency: string, isShared: boolean][] = [];
    const scene: Scene = {
      world: {
        roots: { mend: { __typename: 'Shoe', id: '1' } },
        find: () => ({ __typename: 'Shoe', id: '1', worn: 1 }),
      },
      weather: (agency, call, { made }) => {
        calls.push([agency, made !== null]);
        return call();
      },
    };
    const { gateway } = await startSmallGateway(scene, 'compiled', {
      cobbler: `type Query { mend: Shoe } type Mutation { mend: Shoe } type Shoe @key(fields: "id") { id: ID! }`,
      owner: 'type Shoe @key(fields: "id") { id: ID! worn: Int }',
    });
    const ask = (text: string) =>
      gateway.operation({ queryHash: text, document: parse(text) }).execute({}, contextOf());

    await ask('mutation Mend { one: mend { worn } two: mend { worn } }');
    expect(calls.map(([agency]) => agency)).toEqual(['cobbler', 'owner', 'owner']);
    expect(calls.filter(([, isShared]) => isShared)).toEqual([]);

    await ask('query Look { one: mend { worn } two: mend { worn } }');
    expect(calls.slice(3).filter(([, isShared]) => isShared)).toEqual([
      ['owner', true],
      ['owner', true],
    ]);
  });
});

describe('executions under way', () => {
  const answers = (): { execute: ReturnType<typeof shareExecutions>; executed: () => number } => {
    let executed = 0;
    const execute = async (): Promise<ExecutionResult> => {
      executed += 1;
      const data = { execution: executed };
      await new Promise(setImmediate);
      return { data };
    };
    return { execute: shareExecutions(execute), executed: () => executed };
  };
  const asSari = contextOf(sari.principal);

  it('are shared by requests of one caller with the same variables, and their result is written once', async () => {
    const { execute, executed } = answers();
    const [one, other] = await Promise.all([execute({ first: 1 }, asSari), execute({ first: 1 }, { ...asSari })]);
    expect(executed()).toBe(1);
    const write = (result: ExecutionResult) => writeOnce(result, () => Buffer.from(JSON.stringify(result)));
    expect(write(one).toString()).toBe('{"data":{"execution":1}}');
    expect(write(other)).toBe(write(one));
  });

  it.each([
    ['another citizen', { ...asSari, principal: budi.principal }, { first: 1 }],
    ['somebody with other grants', { ...asSari, principal: { ...sari.principal, scopes: ['tax:read'] } }, { first: 1 }],
    ['the same with another purpose', { ...asSari, purpose: 'another one' }, { first: 1 }],
    ['the same for another case', { ...asSari, caseId: 'another one' }, { first: 1 }],
    ['the same with other variables', asSari, { first: 2 }],
    ['the same who wants the plan', { ...asSari, explain: true }, { first: 1 }],
  ])('are never shared with %s', async (_whom, context, variables) => {
    const { execute, executed } = answers();
    const [one, other] = await Promise.all([execute({ first: 1 }, asSari), execute(variables, context)]);
    expect(executed()).toBe(2);
    expect(one).not.toEqual(other);
  });

  it('are over when they are answered, and a result that nobody shared is not kept', async () => {
    const { execute, executed } = answers();
    const result = await execute({}, asSari);
    await execute({}, asSari);
    expect(executed()).toBe(2);
    expect(writeOnce(result, () => Buffer.from('once'))).toEqual(Buffer.from('once'));
    expect(writeOnce(result, () => Buffer.from('anew'))).toEqual(Buffer.from('anew'));
  });
});
