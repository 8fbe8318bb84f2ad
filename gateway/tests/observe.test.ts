import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { fixSetting } from '#kit/setting.ts';
import { until } from '#kit/testing/applications.ts';
import { emptyDatabase } from '#kit/testing/database.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { clientOperation } from '../../schema/clientOperations.ts';
import { loadAgency } from '../../scripts/seedDatabases.ts';
import { searchFor, spellingsOf } from '../../tests/support/canaries.ts';
import { circuitFigures } from '../call/circuit.ts';
import { type Collector, startCollector } from './support/collector.ts';
import { freePort, type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

const canaries = ['3510012508909001', 'Sari Contohwati', '081290009001'];
/** Which of them, and of who asks, stands somewhere in any spelling. */
const personalIn = searchFor([...canaries, 'ctz-observed']);
const written = jest.spyOn(process.stderr, 'write');
const lines: string[] = [];

const { privateKey: signingKey, publicKey: gatewayKey } = generateKeyPairSync('ed25519');
const keeper = 'mall';

let gateway: LoneGateway;
let collector: Collector;
let agencyPort: number;
let metricsUrl: string;
let token: string;
beforeAll(async () => {
  written.mockImplementation((line) => lines.push(String(line)) > 0);
  fixSetting('LOG_LEVEL', 'info');
  const metricsPort = await freePort();
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  collector = await startCollector();
  agencyPort = await freePort();
  gateway = await startLoneGateway({
    metricsPort,
    signingKey,
    circuit: { ...circuitFigures, probeEveryMs: 100 },
    traces: { endpoint: collector.endpoint, share: 1 },
    agencyUrl: (name) => `http://127.0.0.1:${name === keeper ? agencyPort : 9}/graphql`,
  });
  token = `Bearer ${await gateway.issuer.tokenFor({ kind: 'citizen', id: 'ctz-observed', scopes: ['profile:read'] })}`;
}, 90_000);
afterAll(async () => {
  await gateway.stop();
  await collector.stop();
  written.mockRestore();
  fixSetting('LOG_LEVEL', 'silent');
});

const metrics = async () => (await fetch(metricsUrl)).text();
const inbox = clientOperation('Inbox').document;

/** A client can have its answer before the gateway has counted it and written its line. @returns the lines of so many answers */
async function linesOfAnswers(count = 1): Promise<{ traceId?: string }[]> {
  const answered = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
  await until(() => answered().length >= count, `${count} answers are written down`);
  return answered();
}

async function untilCounted(series: string): Promise<void> {
  await until(async () => (await metrics()).includes(series), `${series} is counted`);
}

describe('the metrics', () => {
  it('count requests by the documents that we know, and all others as one', async () => {
    await gateway.post(JSON.stringify({ query: inbox }), { authorization: token });
    for (const name of canaries) {
      const query = `query ${name.replaceAll(/\W/g, '_').replace(/^\d/, 'n')} { __typename }`;
      await gateway.post(JSON.stringify({ query, operationName: null }));
    }
    await untilCounted('mpp_requests_total{operation="Inbox",status="2xx"} 1');
    await untilCounted('mpp_requests_total{operation="other",status="2xx"} 3');
    const text = await metrics();
    expect(text).toMatch(/mpp_agency_calls_total\{agency="[a-z-]+",outcome="SUBGRAPH_UNAVAILABLE"\} \d+/);
    expect(text).toMatch(/mpp_plans_found \d+/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
  });

  it('count refusals by their code', async () => {
    await gateway.post(JSON.stringify({ query: `{ ${'a { '.repeat(20)}b${' }'.repeat(20)} }` }));
    await untilCounted('mpp_refusals_total{code="DEPTH_LIMIT"} 1');
  });

  it('tell when an agency is left alone', async () => {
    // What the gateway was too busy to hear is not held against an agency, so that a loaded machine takes more than a few tries.
    await until(async () => {
      for (let n = 0; n < 20; n += 1) await gateway.post(JSON.stringify({ query: inbox }), { authorization: token });
      return /mpp_agency_left_alone\{agency="[a-z-]+"\} 1/.test(await metrics());
    }, 'an agency is left alone');
  }, 60_000);

  it('do not grow with what clients make up', async () => {
    const series = async () => (await metrics()).split('\n').filter((line) => line.startsWith('mpp_')).length;
    await gateway.post('{"query":"{ __typename }"}');
    const before = await series();
    for (let n = 0; n < 50; n += 1) await gateway.post(JSON.stringify({ query: `query Name${n} { __typename }` }));
    expect(await series()).toBe(before);
  });

  it('are not read on the port that is for the public', async () => {
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  });
});

describe('what is written of a request', () => {
  it('holds nothing personal: not in metrics, not in a line of the log', async () => {
    for (const canary of canaries) {
      const headers = { authorization: token, 'x-purpose': canary, 'x-case': canary };
      const query = `query ($id: ID!) { application(id: $id) { id } again: application(id: "${canary}") { id } }`;
      await gateway.post(JSON.stringify({ query, variables: { id: canary } }), headers);
      await gateway.post(JSON.stringify({ query: inbox, variables: { first: canary } }), headers);
      await gateway.post(JSON.stringify({ id: canary, query: canary, operationName: canary }), headers);
      await gateway.post(`{"query": "${canary}`, headers);
      await fetch(`${gateway.url}/${encodeURIComponent(canary)}`);
    }
    await linesOfAnswers(12);
    const all = [await metrics(), ...lines].join('\n');
    expect(personalIn(Buffer.from(all))).toEqual(new Set());
    for (const canary of canaries) {
      for (const spelling of spellingsOf(canary)) {
        expect(personalIn(Buffer.from(`${all}${spelling}`))).toEqual(new Set([canary]));
      }
    }
  });

  it('is one line for each request, with what is needed to find it again', async () => {
    lines.length = 0;
    const headers = { authorization: token, 'x-request-id': 'of-the-client' };
    const { headers: told } = await gateway.post(JSON.stringify({ query: inbox }), headers);
    expect(await linesOfAnswers()).toEqual([
      expect.objectContaining({
        operation: 'Inbox',
        status: 200,
        caller: 'citizen',
        ms: expect.any(Number),
        requestId: told.get('x-request-id'),
      }),
    ]);
  });
});

describe('who is refused at the door', () => {
  it('is told the id of the line as well', async () => {
    lines.length = 0;
    const { status, headers } = await gateway.post('{"query":"{ me { id } }"}', { authorization: 'Bearer none' });
    expect(await linesOfAnswers()).toEqual([
      expect.objectContaining({ status, requestId: headers.get('x-request-id') }),
    ]);
    expect([status, headers.get('x-request-id')]).toEqual([401, expect.stringMatching(/^[\da-f-]{36}$/)]);
  });
});

describe('a trace', () => {
  const theirs = { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` };
  const theirOwn = 'query TheirOwnName { me { applications(first: 1) { totalCount } } }';
  const traceIds: Record<'known' | 'planned' | 'plannedBefore' | 'begunByClient', string>[] = [];

  const ask = async (query: string, headers = {}) => {
    lines.length = 0;
    const answer = await gateway.post(JSON.stringify({ query }), { authorization: token, ...headers });
    const { errors } = (await answer.json()) as { errors?: unknown[] };
    const [line] = await linesOfAnswers();
    return { errors, traceId: String(line?.traceId) };
  };
  const spansOf = (traceId: string | undefined) => collector.spans.filter((span) => span.traceId === traceId);
  const namesOf = (traceId: string | undefined) => spansOf(traceId).map(({ name }) => name);

  beforeAll(async () => {
    const agency = await startAgency();
    // The gateway has left the agency alone, and finds out that it is back.
    const deadline = Date.now() + 10_000;
    while ((await ask(inbox)).errors && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    const { traceId: known } = await ask(inbox);
    const { traceId: planned } = await ask(theirOwn);
    const { traceId: plannedBefore } = await ask(theirOwn);
    const { traceId: begunByClient } = await ask(inbox, theirs);
    traceIds.push({ known, planned, plannedBefore, begunByClient });
    for (const canary of canaries) {
      const query = `{ application(id: "${canary}") { id } me { queueTickets(first: 1) { id } } }`;
      await ask(query, { 'x-purpose': canary, 'x-case': canary });
      await gateway.post(JSON.stringify({ query: inbox, variables: { after: canary } }), { authorization: token });
    }
    const headers = { 'content-type': 'application/json', ...theirs };
    expect((await fetch(agency.url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
    // Whoever stops sends what is left, so that the tests wait for nothing.
    await agency.stop();
    await gateway.stop();
  }, 60_000);

  it('goes from the gateway over the agency to its database', () => {
    const spans = spansOf(traceIds[0]?.known);
    const partsOf = (whole?: { spanId: string }) => spans.filter((span) => span.parentSpanId === whole?.spanId);
    const [request] = spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(request).toMatchObject({ service: 'gateway', name: 'Inbox' });
    expect(request?.attributes).toMatchObject({ 'http.response.status_code': 200, 'mpp.caller': 'citizen' });
    expect(partsOf(request).map(({ name }) => name)).toEqual(['admit', `ask ${keeper}`]);
    const [answer, ...others] = partsOf(partsOf(request)[1]);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ service: keeper, name: 'answer', attributes: { 'http.response.status_code': 200 } });
    const commands = partsOf(answer);
    expect(commands.length).toBeGreaterThan(0);
    for (const { service, name, attributes } of commands) {
      expect(service).toBe(keeper);
      expect(name).toBe(`${attributes['db.operation.name']} ${attributes['db.collection.name']}`);
      expect(Object.keys(attributes).sort()).toEqual(['db.collection.name', 'db.operation.name', 'db.system.name']);
    }
  });

  it('tells of planning when there was some, and of a free operation not even its name', () => {
    expect(namesOf(traceIds[0]?.planned)).toEqual(expect.arrayContaining(['free operation', 'admit', 'plan']));
    expect(namesOf(traceIds[0]?.plannedBefore)).toEqual(expect.arrayContaining(['free operation', 'admit', 'answer']));
    expect(namesOf(traceIds[0]?.plannedBefore)).not.toContain('plan');
    expect(collector.texts.join()).not.toContain('TheirOwnName');
  });

  it('is not begun by a client, nor by who asks an agency past the gateway', () => {
    expect(namesOf(traceIds[0]?.begunByClient)).toContain('Inbox');
    expect(collector.texts.join()).not.toContain('ab'.repeat(16));
  });

  it('is sent whole before its servers have ended', () => {
    const answers = collector.spans.filter(({ name }) => name === 'answer').length;
    expect(answers).toBeGreaterThanOrEqual(5);
    expect(collector.spans.filter(({ attributes }) => attributes['mpp.outcome'] === 'OK')).toHaveLength(answers);
  });

  it('holds nothing personal', () => {
    expect(collector.texts.join().length).toBeGreaterThan(1_000);
    expect(personalIn(Buffer.from(collector.texts.join()))).toEqual(new Set());
  });
});

/** The agency that keeps the inbox, where the gateway looks for it. */
async function startAgency(): Promise<RunningServer> {
  return startAgencyServer(await loadAgency(keeper), {
    port: agencyPort,
    host: '127.0.0.1',
    connection: await emptyDatabase(keeper),
    vault: createVault(keeper, keyRingOf(keeper)),
    gatewayKey,
    traces: { endpoint: collector.endpoint, share: 1 },
  });
}
