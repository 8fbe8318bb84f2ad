import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StubAgencies, startStubAgencies } from '../stubs/stubAgencies.ts';
import { ourSubgraphs, publicSubgraphs } from '../stubs/stubSubgraph.ts';

let stubs: StubAgencies;

beforeAll(async () => {
  stubs = await startStubAgencies({ ours: ourSubgraphs(), public: publicSubgraphs() });
});

afterAll(() => stubs.stop());

async function ask(graph: string, subgraph: string, query: string, variables: object = {}) {
  const response = await fetch(stubs.urlOf(graph, subgraph), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
}

const entities = (type: string, fields: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`;

describe('the stub agencies', () => {
  it('know the same citizen, whichever way they are asked', async () => {
    const { data } = await ask('ours', 'identity', '{ me { id fullName } }');
    const { id, fullName } = data.me as { id: string; fullName: string };
    const representations = [{ __typename: 'Citizen', id }];
    const byKey = await ask('ours', 'identity', entities('Citizen', 'fullName'), { representations });
    expect(byKey).toEqual({ data: { _entities: [{ fullName }] } });
    expect((await ask('ours', 'tax', '{ me { id } }')).data).toEqual({ me: { id } });
  });

  it('give as many applications as were asked for, of every type in turn', async () => {
    const query = '{ me { applications(first: 10) { edges { node { id typeName } } } } }';
    const { me } = (await ask('ours', 'mall', query)).data as {
      me: { applications: { edges: { node: { typeName: string } }[] } };
    };
    expect(me.applications.edges).toHaveLength(10);
    expect(new Set(me.applications.edges.map(({ node }) => node.typeName)).size).toBeGreaterThan(3);
  });

  it('compute what the public benchmark requires of another subgraph', async () => {
    const representations = [
      { __typename: 'Product', upc: '1', price: 899, weight: 100 },
      { __typename: 'Product', upc: '2', price: 1299, weight: 1000 },
    ];
    const answer = await ask('public', 'inventory', entities('Product', 'shippingEstimate'), { representations });
    expect(answer.data).toEqual({ _entities: [{ shippingEstimate: 50 }, { shippingEstimate: 0 }] });
  });

  it('tell which calls were made meanwhile', async () => {
    const { calls } = await stubs.callsDuring(() => ask('public', 'accounts', '{ users { id } }'));
    expect(calls.map(({ url }) => url)).toEqual([stubs.urlOf('public', 'accounts')]);
  });
});
