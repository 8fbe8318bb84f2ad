import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fixSetting } from '#kit/setting.ts';
import { clientOperation } from '../../schema/clientOperations.ts';
import { circuitFigures } from '../call/circuit.ts';
import { freePort, type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

const canaries = ['3510012508909001', 'Sari Contohwati', '081290009001'];
const written = jest.spyOn(process.stderr, 'write');
const lines: string[] = [];

let gateway: LoneGateway;
let metricsUrl: string;
let token: string;
beforeAll(async () => {
  written.mockImplementation((line) => lines.push(String(line)) > 0);
  fixSetting('LOG_LEVEL', 'info');
  const metricsPort = await freePort();
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  gateway = await startLoneGateway({ metricsPort, circuit: circuitFigures });
  token = `Bearer ${await gateway.issuer.tokenFor({ kind: 'citizen', id: 'ctz-observed', scopes: ['profile:read'] })}`;
}, 90_000);
afterAll(async () => {
  await gateway.stop();
  written.mockRestore();
  fixSetting('LOG_LEVEL', 'silent');
});

const metrics = async () => (await fetch(metricsUrl)).text();
const inbox = clientOperation('Inbox').document;

describe('the metrics', () => {
  it('count requests by the documents that we know, and all others as one', async () => {
    await gateway.post(JSON.stringify({ query: inbox }), { authorization: token });
    for (const name of canaries) {
      const query = `query ${name.replaceAll(/\W/g, '_').replace(/^\d/, 'n')} { __typename }`;
      await gateway.post(JSON.stringify({ query, operationName: null }));
    }
    const text = await metrics();
    expect(text).toContain('mpp_requests_total{operation="Inbox",status="2xx"} 1');
    expect(text).toContain('mpp_requests_total{operation="other",status="2xx"} 3');
    expect(text).toMatch(/mpp_agency_calls_total\{agency="[a-z-]+",outcome="SUBGRAPH_UNAVAILABLE"\} \d+/);
    expect(text).toMatch(/mpp_plans_found \d+/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
  });

  it('count refusals by their code', async () => {
    await gateway.post(JSON.stringify({ query: `{ ${'a { '.repeat(20)}b${' }'.repeat(20)} }` }));
    expect(await metrics()).toContain('mpp_refusals_total{code="DEPTH_LIMIT"} 1');
  });

  it('tell when an agency is left alone', async () => {
    for (let n = 0; n < 20; n += 1) await gateway.post(JSON.stringify({ query: inbox }), { authorization: token });
    expect(await metrics()).toMatch(/mpp_agency_left_alone\{agency="[a-z-]+"\} 1/);
  });

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
    const all = [await metrics(), ...lines].join('\n');
    expect(lines.filter((line) => line.includes('"answered"')).length).toBeGreaterThanOrEqual(12);
    for (const canary of [...canaries, 'ctz-observed']) {
      for (const form of [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64')]) {
        expect(all).not.toContain(form);
      }
    }
  });

  it('is one line for each request, with what is needed to find it again', async () => {
    lines.length = 0;
    await gateway.post(JSON.stringify({ query: inbox }), { authorization: token });
    const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    expect(answered).toEqual([
      expect.objectContaining({
        operation: 'Inbox',
        status: 200,
        caller: 'citizen',
        ms: expect.any(Number),
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      }),
    ]);
  });
});
