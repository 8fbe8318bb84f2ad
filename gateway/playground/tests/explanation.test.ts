import { describe, expect, it } from '@jest/globals';
import { costLines, stepCost, stepTime, summary, takeExplanation } from '../explanation.ts';
import { byRole, type ExampleOperation } from '../settings.ts';

const call = { agency: 'tax', path: '', fields: ['me'], cost: 40, besides: 1, ms: 3, error: null };
const plan = { steps: [{ calls: [call, { ...call, ms: 12.4 }] }, { calls: [{ ...call, ms: null }] }] };

describe('what the gateway tells beside an answer', () => {
  it('is read in a line', () => {
    expect(summary({ plan, cost: { value: 812, limit: 5_000 } })).toBe('3 calls in 2 steps, 12 ms, cost 812 of 5,000');
    expect(summary({ plan: { steps: [{ calls: [call] }] }, cost: null })).toBe('1 call in 1 step, 3 ms');
    expect(summary({ plan: null, cost: null })).toBe('');
  });

  it('takes a step as long as its slowest call, and knows no time where nothing was called', () => {
    expect(plan.steps.map(stepTime)).toEqual([12.4, null]);
  });

  it('says how the costs of the calls make that of the operation, and what is asked for besides', () => {
    expect(plan.steps.map(stepCost)).toEqual([80, 40]);
    const told = (value: number) =>
      costLines({ plan, cost: { value, limit: 5_000 } }).map((line) => [line.words, line.value]);
    const besides = [expect.stringContaining('keys in between'), 3];
    expect(told(120)).toEqual([['The operation', 120], besides]);
    expect(told(130)).toEqual([[expect.stringContaining('No call'), 10], ['The operation', 130], besides]);
  });

  it('knows no cost where nothing was weighed', () => {
    const unweighed = { steps: [{ calls: [{ ...call, cost: null, besides: null }] }] };
    expect(unweighed.steps.map(stepCost)).toEqual([null]);
    expect(costLines({ plan: unweighed, cost: { value: 1, limit: 5_000 } })).toEqual([]);
    expect(costLines({ plan, cost: null })).toEqual([]);
  });

  it('stays in the answer where it is something else', () => {
    const answer = { data: {}, extensions: { plan: 'mine', cost: null } };
    expect(takeExplanation(answer)).toEqual({ answer, plan: null, cost: null });
  });
});

describe('the example operations', () => {
  it('stand in groups by role, those of the caller first and those of everybody last', () => {
    const example = (name: string, role: string | null) => ({ name, role }) as ExampleOperation;
    const examples = [example('a', null), example('b', 'citizen'), example('c', 'officer'), example('d', 'citizen')];
    const groups = byRole(examples, 'officer').map(([group, own]) => [group, own.map(({ name }) => name)]);
    expect(groups).toEqual([
      ['officer', ['c']],
      ['citizen', ['b', 'd']],
      ['everybody', ['a']],
    ]);
  });
});
