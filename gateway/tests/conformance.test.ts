import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, printType } from 'graphql';
import { execution } from './conformance/execution.ts';
import { type Answers, type Feature, startFeature } from './conformance/feature.ts';
import { fieldRules } from './conformance/fieldRules.ts';
import { keys } from './conformance/keys.ts';
import { overrides } from './conformance/overrides.ts';
import { types } from './conformance/types.ts';

/** The places of an answer's errors: their words differ, since one of them is told by an agency. */
function places({ errors = [] }: ExecutionResult): string[] {
  return errors.map(({ path = [] }) => path.join('.')).sort();
}

/** The bytes of the data and the places of the errors. */
function said(result: ExecutionResult): object {
  return { data: JSON.stringify(result.data), errors: places(result) };
}

async function conforms(feature: Feature): Promise<void> {
  const { api, answers } = await startFeature(feature);
  for (const coordinate of feature.hidden ?? []) {
    const [type = '', field = ''] = coordinate.split('.');
    const shown = api.getType(type);
    expect(shown && printType(shown)).not.toMatch(new RegExp(`\\b${field}\\b`));
  }
  for (const question of feature.ask) {
    const { ours, right, asked }: Answers = await answers(question);
    expect({ text: question.text, ...said(ours) }).toEqual({ text: question.text, ...said(right) });
    expect({ text: question.text, asked }).toEqual({ text: question.text, asked: question.asked });
    expect(places(right)).toHaveLength(question.errors ?? 0);
    if (!question.errors) expect(ours.data).not.toBeNull();
  }
}

describe.each([
  ['keys', keys],
  ['rules of fields', fieldRules],
  ['fields taken over step by step', overrides],
  ['types', types],
  ['execution', execution],
])('a federated graph: %s', (_part, features) => {
  it.each(features.map((feature) => [feature.it, feature] as const))('%s', (_sentence, feature) => conforms(feature));
});

describe('the comparison itself', () => {
  const feature: Feature = {
    it: 'is wrong',
    agencies: { register: 'type Query { number: Int }' },
    world: () => ({ roots: { number: 1 } }),
    ask: [{ text: '{ number }', asked: ['register'] }],
  };

  it('sees an agency that answers another value than the one server', async () => {
    let number = 0;
    const world = () => ({ roots: { number: ++number } });
    await expect(conforms({ ...feature, world })).rejects.toThrow('number');
  });

  it('sees that another agency was asked, and an error that nobody expects', async () => {
    await conforms(feature);
    await expect(conforms({ ...feature, ask: [{ text: '{ number }', asked: [] }] })).rejects.toThrow('register');
    const world = () => ({ roots: { number: () => Promise.reject(new Error('no')) } });
    await expect(conforms({ ...feature, world })).rejects.toThrow('length');
  });

  it('sees what is not hidden', async () => {
    await expect(conforms({ ...feature, hidden: ['Query.number'] })).rejects.toThrow('number');
  });
});
