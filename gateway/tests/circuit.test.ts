import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Circuit, circuitFigures } from '../call/circuit.ts';
import { AgencyConnections } from '../call/connections.ts';
import { silentLog } from './support/smallGraph.ts';
import { type SmallServers, startSmallServers } from './support/smallServers.ts';

describe('a circuit (R9)', () => {
  let now = 0;
  let states: string[] = [];
  let circuit: Circuit;
  beforeEach(() => {
    now = 1_000;
    states = [];
    circuit = new Circuit(
      circuitFigures,
      (state) => states.push(state),
      () => now,
    );
  });
  const call = (outcome: 'ANSWERED' | 'FAILED' | 'UNKNOWN') => {
    const passage = circuit.enter();
    if (passage) circuit.leave(passage, outcome);
    return passage;
  };
  const fail = (times: number) => Array.from({ length: times }, () => call('FAILED'));

  it('opens when half of twenty calls failed', () => {
    for (let n = 0; n < 10; n += 1) call('ANSWERED');
    fail(9);
    expect(circuit.state).toBe('closed');
    fail(1);
    expect(circuit.state).toBe('open');
    expect(call('ANSWERED')).toBeNull();
  });

  it('stays closed while fewer fail, or few are made, or they are long ago', () => {
    for (let n = 0; n < 11; n += 1) call('ANSWERED');
    fail(9);
    expect(circuit.state).toBe('closed');
    now += circuitFigures.windowMs + 200;
    fail(19);
    expect(circuit.state).toBe('closed');
    now += circuitFigures.windowMs + 200;
    fail(19);
    expect(states).toEqual([]);
  });

  it('concludes nothing from calls that had no fair time', () => {
    for (let n = 0; n < 100; n += 1) call('UNKNOWN');
    expect(circuit.state).toBe('closed');
  });

  it('lets one call through every five seconds, and closes when that is answered', () => {
    fail(20);
    now += circuitFigures.probeEveryMs;
    expect(circuit.enter()).toBe('PROBE');
    expect(circuit.enter()).toBeNull();
    circuit.leave('PROBE', 'FAILED');
    now += circuitFigures.probeEveryMs - 1;
    expect(circuit.enter()).toBeNull();
    now += 1;
    expect(call('ANSWERED')).toBe('PROBE');
    expect(states).toEqual(['open', 'probing', 'open', 'probing', 'closed']);
    expect(call('FAILED')).toBe('CALL');
    expect(circuit.state).toBe('closed');
  });

  it('is not closed by a call from before it opened', () => {
    const early = circuit.enter();
    fail(20);
    if (early) circuit.leave(early, 'ANSWERED');
    expect(circuit.state).toBe('open');
  });
});

describe('an agency that fails', () => {
  let small: SmallServers;
  let laterMs = 0;
  beforeAll(async () => {
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + laterMs);
    small = await startSmallServers({ circuit: { ...circuitFigures, windowMs: 60_000 } });
  });
  afterAll(async () => {
    await small.stop();
    jest.restoreAllMocks();
  });
  const things = '{ things { id rating } }';
  const asked = () => small.requests.get('ratings') ?? 0;
  const state = () => small.connections.get('ratings')?.state;
  const answering =
    (status: number, body: string): RequestListener =>
    (_request, response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(body);

  it.each<[string, RequestListener]>([
    ['breaks connections', (request) => request.socket.destroy()],
    ['answers 500 in JSON', answering(500, '{"statusCode":500,"message":"Internal error"}')],
    ['answers 503 in JSON', answering(503, ' {"error":"away"}')],
    ['sends elsewhere, with data', answering(307, '{"data":{"_entities":[]}}')],
    ['answers a page', answering(200, '<html></html>')],
  ])('and %s is left alone, alone among the agencies, and probed by one request', async (_how, fault) => {
    small.faults.set('ratings', fault);
    for (let n = 0; n < 20; n += 1) await small.ask(things);
    expect(state()).toBe('open');
    const before = asked();
    for (let n = 0; n < 20; n += 1) {
      const { data, errors } = await small.ask(things);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', agency: 'ratings' });
      expect((data as { things: unknown[] }).things[0]).toMatchObject({ id: expect.any(String), rating: null });
    }
    expect(asked() - before).toBe(0);
    expect(small.connections.get('people')?.state).toBe('closed');

    laterMs += circuitFigures.probeEveryMs;
    for (let n = 0; n < 3; n += 1) await small.ask(things);
    expect(asked() - before).toBe(1);
    expect(state()).toBe('open');

    small.faults.clear();
    laterMs += circuitFigures.probeEveryMs;
    expect((await small.ask(things)).errors).toBeUndefined();
    expect(state()).toBe('closed');
  });
});

describe('the ways to the agencies', () => {
  const connections = (origins: readonly string[] | null) =>
    new AgencyConnections(
      { sign: async () => ({}), timeoutMs: 100, shareInFlight: false, urlOf: (_name, url) => url, origins },
      silentLog,
    );

  it('lead nowhere but to the origins that are listed', () => {
    const ways = connections(['http://127.0.0.1:4001']);
    expect(ways.to('one', 'http://127.0.0.1:4001/graphql').origin).toBe('http://127.0.0.1:4001');
    for (const url of ['http://127.0.0.1:4002/graphql', 'http://169.254.169.254/latest', 'file:///etc/passwd']) {
      expect(() => ways.to('two', url)).toThrow('may not be at');
    }
    expect(() => ways.to('two', 'http://user@127.0.0.1:4001/graphql')).toThrow('may not be at');
  });

  it('stay where the first supergraph had them, when nothing is listed', () => {
    const ways = connections(null);
    const first = ways.to('one', 'http://127.0.0.1:4001/graphql');
    ways.fixOrigins();
    expect(ways.to('one', 'http://127.0.0.1:4001/graphql')).toBe(first);
    expect(() => ways.to('one', 'http://127.0.0.1:4003/graphql')).toThrow('may not be at');
    const moved = ways.to('one', 'http://127.0.0.1:4001/moved');
    expect(moved).not.toBe(first);
    ways.settle([moved], [first]);
    expect(ways.all).toEqual([moved]);
  });

  it('are closed when no request needs them any more', async () => {
    const ways = connections(null);
    const [first, refused] = ['4001', '4002'].map((port) => ways.to('one', `http://127.0.0.1:${port}/graphql`));
    if (!first || !refused) throw new Error('There are two.');
    ways.settle([first], [refused]);
    expect(ways.to('one', refused.url)).toBe(refused);
    ways.settle([first], []);
    expect(ways.to('one', refused.url)).not.toBe(refused);
    await ways.close();
  });
});
