import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { readCostRules } from '../admit/costRules.ts';
import { queryCost } from '../admit/queryCost.ts';
import type { Node } from '../call/node.ts';
import { type CostedFetch, callCosts } from '../plan/callCosts.ts';

const rules = readCostRules(
  parse(`
    type Query {
      shop: Shop
      pages(first: Int = 10): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      search(text: String @cost(weight: 7)): Item
    }
    type Mutation { open: Shop }
    type Shop implements Named { id: ID  name: String  owner: Owner  items: [Item] @listSize(assumedSize: 5) }
    type Owner implements Named { id: ID  name: String  home: Place }
    type Place { code: ID  name: String }
    type Page { edges: [Item] }
    interface Named { name: String }
    interface Item { id: ID  maker: Owner }
    type Book implements Item { id: ID  maker: Owner  cover: Place }
    type Film implements Item @cost(weight: 20) { id: ID  maker: Owner  cover: Place }
  `),
);

interface Call extends Partial<CostedFetch> {
  readonly operation: string;
}

/** What each call is of the cost, what it asks for besides, and what is left to no call. */
function told(text: string, calls: readonly Call[], variables: Node = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The text holds one operation.');
  const fetches = calls.map((call) => ({ ofEntities: false, path: '', renamed: new Map<string, string>(), ...call }));
  const costs = callCosts(fetches, { operation, document, variables, rules });
  const left =
    queryCost(operation, document, rules).costWith(variables) - costs.reduce((sum, { cost }) => sum + cost, 0);
  return { costs: costs.map(({ cost, besides }) => [cost, besides]), left };
}

const entities = (path: string, selections: string): Call => ({
  operation: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selections} } }`,
  ofEntities: true,
  path,
});

describe('the cost of an operation, call by call', () => {
  it('counts what two calls answer with the first of them', () => {
    const calls = [{ operation: '{ shop { name } }' }, { operation: '{ shop { owner { name } } }' }];
    expect(told('{ shop { name owner { name } } }', calls)).toEqual({
      costs: [
        [1, 0],
        [1, 1],
      ],
      left: 0,
    });
  });

  it('goes by the length of the lists above, and by what the arguments weigh', () => {
    const calls = [
      {
        operation:
          'query ($n: Int) { c1__pages: pages(first: $n) { edges { __typename id } } c2__search: search(text: "x") { id } }',
      },
      entities('pages.edges.@', '... on Book { maker { name } } ... on Film { maker { name } }'),
    ];
    const text = 'query ($n: Int) { pages(first: $n) { edges { id maker { name } } } search(text: "x") { id } }';
    // For each of the two pieces the maker of a film counts with that of a book, since one item is one of them.
    expect(told(text, calls, { n: 4 })).toEqual({
      costs: [
        [1 + 4 + 1 + 7, 0],
        [4, 4],
      ],
      left: 0,
    });
  });

  it('keeps apart what is asked on types that cannot be the same', () => {
    const text = '{ pages { edges { ... on Book { cover { name } } ... on Film { cover { name } } } } }';
    const calls = [
      { operation: '{ pages { edges { __typename } } }' },
      entities('pages.edges.@', '... on Film { cover { name } }'),
      entities('pages.edges.@', '... on Book { cover { name } }'),
    ];
    expect(told(text, calls)).toEqual({
      costs: [
        [11, 0],
        [10, 0],
        [10, 0],
      ],
      left: 0,
    });
  });

  it('says apart what is asked for in between, also below what the client never asked for', () => {
    const calls = [
      { operation: '{ shop { items { id maker { home { code } } } } }' },
      entities('shop.items.@.maker.home', '... on Place { name }'),
    ];
    expect(told('{ shop { items { id } } }', calls)).toEqual({
      costs: [
        [1 + 5, 5 + 5],
        [0, 0],
      ],
      left: 0,
    });
  });

  it('knows a field by its own name too, where a client gave that to another', () => {
    const calls = [{ operation: '{ shop { c1__owner: items { id } owner { id } } }' }];
    expect(told('{ shop { owner: items { id } } }', calls)).toEqual({ costs: [[1 + 5, 1]], left: 0 });
  });

  it('knows the names that the planner gave where two types differ', () => {
    const renamed = new Map([['cover__alias_0', 'cover']]);
    const calls = [
      {
        operation: '{ search { ... on Book { cover { code } } ... on Film { cover__alias_0: cover { code } } } }',
        renamed,
      },
    ];
    const text = '{ search { ... on Book { cover { code } } ... on Film { cover { code } } } }';
    expect(told(text, calls)).toEqual({ costs: [[3, 0]], left: 0 });
  });

  it('leaves to no call what a change costs by itself, and what is left out', () => {
    const text = 'mutation { open { name owner @skip(if: true) { name } } }';
    expect(told(text, [{ operation: 'mutation { open { name } }' }])).toEqual({ costs: [[1, 0]], left: 10 + 1 });
  });
});
