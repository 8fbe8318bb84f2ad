import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { keptForAll } from '../schema/checks/keptForAll.ts';

describe('what is kept for everybody', () => {
  const told = (text: string) => keptForAll({ name: 'planted', typeDefs: parse(text) }).map(({ message }) => message);

  it.each([
    ['for some only', 'type Fee @authenticated { amount: Int @cacheControl(maxAge: 9) }', 'is not @public'],
    ['without a rule', 'type Fee { amount: Int @cacheControl(maxAge: 9) }', 'is not @public'],
    ['personal', 'type Fee @public { by: String @personal(class: GENERAL) @cacheControl(maxAge: 9) }', 'is @personal'],
    [
      'of something else',
      'type Fee @public { base: Int @external sum: Int @requires(fields: "base") @cacheControl(maxAge: 9) }',
      'rests on',
    ],
    ['good for no time', 'type Fee @public { amount: Int @cacheControl(maxAge: 0) }', 'has no time'],
  ])('does not compose when it is %s', (_what, schema, fault) => {
    expect(told(schema)).toEqual([expect.stringContaining(fault)]);
  });

  it('composes when everybody may see it', () => {
    expect(told('type Fee @public { amount: Int @cacheControl(maxAge: 9) payer: String @authenticated }')).toEqual([]);
  });
});
