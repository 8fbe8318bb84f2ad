import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { agreement } from './support/agreement.ts';

const right = { data: { me: { name: 'Sari', age: 30 }, towns: [{ name: 'Bima' }] } };
const failing = new Set(['people']);
const error = (path: (string | number)[], agency = 'people', more: object = {}) =>
  new GraphQLError('not now', { path, extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency, ...more } });
const wrong = (data: Record<string, unknown>, ...errors: GraphQLError[]) =>
  agreement.underFailures({ data, errors }, right, failing);

describe('what random operations are judged by while agencies fail', () => {
  const withoutName = { ...right.data, me: { name: null, age: 30 } };

  it('takes an answer that tells of its null', () => {
    expect(wrong(right.data)).toBeNull();
    expect(wrong(withoutName, error(['me', 'name']))).toBeNull();
    expect(wrong({ ...right.data, me: null }, error(['me', 'name']))).toBeNull();
  });

  it('finds a null that nothing is told of, also where another root field has an error', () => {
    expect(wrong(withoutName)).toMatch('Nothing is told of me.name');
    expect(wrong({ ...withoutName, towns: null }, error(['towns']))).toMatch('Nothing is told of me.name');
    const elsewhere = error(['towns'], 'people', { missing: ['towns'] });
    expect(wrong({ ...withoutName, towns: null }, elsewhere)).toMatch('Nothing is told of me.name');
  });

  it('finds an error that names an agency that did not fail', () => {
    expect(wrong(withoutName, error(['me', 'name'], 'tax'))).toMatch('Somebody is named who did not fail');
  });

  it('finds an error about what is there, or about what nobody asked for', () => {
    const also = error(['me', 'name']);
    expect(wrong(withoutName, also, error(['me', 'age']))).toMatch('An error is told of what is there');
    expect(wrong(withoutName, also, error(['towns', 0, 'name']))).toMatch('An error is told of what is there');
    expect(wrong(withoutName, also, error(['towns', 3, 'name']))).toMatch('An error is told of what is there');
  });

  it('finds another value, another list and an error without a name', () => {
    expect(wrong({ ...right.data, me: { name: 'Budi', age: 30 } })).toMatch('data.me.name is "Budi"');
    expect(wrong({ ...right.data, towns: [] })).toMatch('data.towns is another list');
    expect(wrong(withoutName, new GraphQLError('no', { path: ['me', 'name'] }))).toMatch('does not say who');
  });
});
