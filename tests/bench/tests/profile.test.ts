import { describe, expect, it } from '@jest/globals';
import { placesOf } from '../measure/profile.ts';

const node = (id: number, functionName: string, url: string) => ({ id, callFrame: { functionName, url } });

describe('summing a profile up', () => {
  const profile = {
    nodes: [
      node(1, '(idle)', ''),
      node(2, '(garbage collector)', ''),
      node(3, 'send', 'file:///app/node_modules/undici/lib/dispatcher/client.js'),
      node(4, 'parse', 'file:///app/node_modules/@scope/name/index.js'),
      node(5, 'ask', 'file:///app/gateway/call/askAgency.ts'),
      node(6, 'load', 'file:///app/subgraphs/tax/loaders.ts'),
      node(7, 'write', 'node:internal/stream_base_commons'),
      node(8, 'stringify', ''),
    ],
    samples: [1, 5, 3, 3, 4, 2, 6, 7, 8],
    timeDeltas: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000],
  };

  it('names packages, our folders, parts of Node and V8 itself, without idle time', () => {
    const places = placesOf(profile);
    expect(places[0]).toEqual({ place: 'undici', share: 0.25 });
    expect(places.map(({ place }) => place).sort()).toEqual([
      '(garbage collector)',
      '(native) stringify',
      '@scope/name',
      'gateway/call',
      'node:internal/stream_base_commons',
      'subgraphs/tax',
      'undici',
    ]);
  });

  it('leaves out what came before the measuring began', () => {
    expect(placesOf(profile, 8.5).map(({ place }) => place)).toEqual(['(native) stringify']);
  });
});
