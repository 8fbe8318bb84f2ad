import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, Judge } from './judge.ts';
import { growthOf } from './soak.ts';

const said = (body: unknown, status = 200, retryAfter = false): Answer => ({ status, retryAfter, body });
const sari = { me: { id: 'ctz-1', taxpayer: { status: 'ACTIVE' } } };
const absent = (extensions: object) => ({ errors: [{ message: 'Away.', extensions }] });
const honest = absent({ code: 'SUBGRAPH_UNAVAILABLE', agency: 'tax', retryable: true });

describe('who judges answers', () => {
  let judge: Judge;
  beforeEach(() => {
    judge = new Judge();
    expect(judge.ofReading('sari asks', 'ctz-1', said({ data: sari }))).toBe('right');
  });

  it.each([
    ['another citizen', said({ data: { me: { ...sari.me, id: 'ctz-2' } } })],
    ['another value', said({ data: { me: { id: 'ctz-1', taxpayer: { status: 'DELETED' } } } })],
    ['a null that nobody explains', said({ data: { me: { id: 'ctz-1', taxpayer: null } } })],
    ['another value beside an honest error', said({ data: { me: { id: 'ctz-9', taxpayer: null } }, ...honest })],
    ['an error that names no agency', said({ data: { me: null }, ...absent({ retryable: true }) })],
    ['an error that cannot be tried again', said({ data: { me: null }, ...absent({ agency: 'tax' }) })],
    ['a fault of the server', said({ errors: [] }, 500)],
    ['a refusal without a time to come again', said(absent({ code: 'OVERLOADED' }), 503)],
  ])('finds %s', (_what, answer) => {
    expect(judge.ofReading('sari asks', 'ctz-1', answer)).toBe('wrong');
  });

  it('takes an honest gap as one, and a refusal with a time as one', () => {
    expect(judge.ofReading('sari looks', 'ctz-1', said({ data: null, ...honest }))).toBe('degraded');
    const gap = said({ data: { me: { id: 'ctz-1', taxpayer: null } }, ...honest });
    expect(judge.ofReading('sari asks', 'ctz-1', gap)).toBe('degraded');
    expect(judge.ofReading('sari asks', 'ctz-1', said(absent({ code: 'OVERLOADED' }), 503, true))).toBe('refused');
  });

  it('finds an application whose number was given before', () => {
    const given = said({ data: { registerBusiness: { application: { id: 'app-1' } } } });
    expect(judge.ofSubmit(given)).toEqual({ verdict: 'right', application: 'app-1' });
    expect(judge.ofSubmit(given).verdict).toBe('wrong');
  });
});

describe('the growth of a process', () => {
  it('is the slope through what it held, in an hour', () => {
    const samples = [0, 10, 20, 30].map((seconds) => ({ seconds, rssMb: 200 + seconds / 10, descriptors: 7 }));
    expect(growthOf(samples)).toMatchObject({
      slope: expect.closeTo(360, 6),
      firstMb: 200,
      lastMb: 203,
      descriptors: [7, 7],
    });
  });
});
