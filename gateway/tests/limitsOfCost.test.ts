import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { clientOperations } from '../../schema/clientOperations.ts';
import { readCostRules } from '../admit/costRules.ts';
import { defaultQueryLimits } from '../admit/limits.ts';
import { queryCost } from '../admit/queryCost.ts';
import type { Node } from '../call/node.ts';

const shop = readCostRules(
  parse(`
    schema { query: Root mutation: Changes }
    type Root {
      shop: Shop
      shops(first: Int = 10): [Shop] @listSize(slicingArguments: ["first"])
      pages(first: Int, last: Int = 3): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"])
      byNumber(number: String): Shop @rateLimit(perHour: 60)
      byPlace(of: Place): Shop @rateLimit(perHour: 60, perObject: 5, by: "of.street")
      best: [Item] @listSize(assumedSize: 5)
      unmarked: [Item]
      search(text: String @cost(weight: 7)): Item @cost(weight: 3)
    }
    type Changes { open: Shop  close(number: String): Shop @rateLimit(perHour: 5) }
    type Shop { name: String  items(first: Int = 10): [Item] @listSize(slicingArguments: ["first"])  tags: [String] @listSize(assumedSize: 9) }
    type Page { edges: [Edge]  total: Int  others: [Item] @listSize(assumedSize: 4) }
    type Edge { node: Item }
    union Item = Book | Film
    type Book { title: String  film: Film }
    type Film @cost(weight: 20) { title: String }
  `),
);

function costOf(text: string, variables: Node = {}, rules = shop): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The text holds one operation.');
  return queryCost(operation, document, rules).costWith(variables);
}

function lookupsOf(text: string, rules = shop) {
  const document = parse(text);
  const operation = getOperationAST(document);
  return operation ? queryCost(operation, document, rules).lookups : [];
}

describe('the cost of an operation', () => {
  it.each([
    ['an object is 1 and a value nothing', '{ shop { name tags } }', 1],
    ['a mutation is 10 more', 'mutation { open { name } }', 11],
    ['a list is as long as the schema says', '{ best { __typename } }', 5],
    ['a list is as long as is asked for', '{ shops(first: 3) { name } }', 3],
    ['a list is as long as by default, when nothing is asked for', '{ shops { name } }', 10],
    ['an explicit null is the default', '{ shops(first: null) { name } }', 10],
    ['lists in lists multiply', '{ shops(first: 100) { items(first: 100) { __typename } } }', 100 + 100 * 100],
    ['the largest of several slices counts', '{ pages(first: 2) { edges { node { __typename } } } }', 1 + 3 * 2],
    [
      'a page gives its size to the lists it names',
      '{ pages(first: 9) { edges { node { __typename } } others { __typename } } }',
      1 + 9 * 2 + 4,
    ],
    [
      'through fragments too',
      '{ pages(first: 9) { ...P } } fragment P on Page { ... { edges { node { __typename } } } }',
      1 + 9 * 2,
    ],
    ['fields and arguments weigh what the schema says', '{ search(text: "x") { __typename } }', 10],
    ['a type weighs what the schema says', '{ best { ... on Book { film { title } } } }', 5 * 21],
    [
      'fragments on several types are all counted',
      '{ best { ... on Book { film { title } } ... on Film { title } } }',
      5 * 21,
    ],
    ['a list without a size counts as a hundred', '{ unmarked { __typename } }', 100],
    ['aliases count each', '{ a: shop { name } b: shop { name } }', 2],
    ['what the graph does not have costs nothing', '{ nothing { at { all } } ...Nowhere }', 0],
    ['nothing is below nothing', '{ shops(first: -5) { name } }', 0],
  ])('%s', (_rule, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  const sliced = 'query ($n: Int) { shops(first: $n) { name } }';
  it.each<[string, string, Node, number]>([
    ['is what a variable says', sliced, { n: 42 }, 42],
    ['is the default of the field without the variable', sliced, {}, 10],
    ['is the default of the field with null', sliced, { n: null }, 10],
    ['is the default of the variable', sliced.replace('Int)', 'Int = 77)'), {}, 77],
    ['is the default of the field for what is no number', sliced, { n: 'many' }, 10],
    ['is taken from own variables only', sliced.replaceAll('$n', '$constructor'), {}, 10],
    ['stays a number, however large', sliced, { n: Number.POSITIVE_INFINITY }, Number.MAX_SAFE_INTEGER],
  ])('%s', (_rule, text, variables, cost) => {
    expect(costOf(text, variables)).toBe(cost);
  });

  it('stays a number where endless lists hold nothing', () => {
    expect(costOf('{ shops(first: 1e999) { tags } unmarked { a } }')).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('what an operation looks up', () => {
  it('is counted alias by alias, through fragments, at the root only', () => {
    const text = `{ a: byNumber(number: "1") { name } ...More shop { name } }
      fragment More on Root { b: byNumber(number: "2") { name } ... { c: byNumber { name } } }`;
    expect(lookupsOf(text)).toEqual([{ coordinate: 'Root.byNumber', times: 3, perHour: 60 }]);
    expect(lookupsOf('mutation { close { name } }')).toEqual([{ coordinate: 'Changes.close', times: 1, perHour: 5 }]);
    expect(lookupsOf('{ shop { name } }')).toEqual([]);
  });
});

describe('who or what is looked up', () => {
  const objectsOf = (text: string, variables: Node) =>
    lookupsOf(text).flatMap(({ perObject }) => perObject?.objects.map((object) => object(variables)));

  it.each([
    ['as it is written', '{ byPlace(of: { street: "Jl. Melati 1" }) { name } }', {}, ['JLMELATI1']],
    [
      'as a variable says, in whatever spelling',
      'query ($of: Place) { byPlace(of: $of) { name } }',
      { of: { street: 'jl melati-1' } },
      ['JLMELATI1'],
    ],
    [
      'as a variable within an object says',
      'query ($s: String) { byPlace(of: { street: $s }) { name } }',
      { s: 'a' },
      ['A'],
    ],
    ['as a default says', 'query ($s: String = "a") { byPlace(of: { street: $s }) { name } }', {}, ['A']],
    [
      'by each alias',
      '{ a: byPlace(of: { street: "a" }) { name } b: byPlace(of: { street: "b" }) { name } }',
      {},
      ['A', 'B'],
    ],
    ['not when nobody is named', '{ byPlace { name } }', {}, [null]],
    ['not by what is no object', 'query ($of: Place) { byPlace(of: $of) { name } }', { of: 'street' }, [null]],
    ['not by what is inherited', 'query ($of: Place) { byPlace(of: $of) { name } }', { of: [] }, [null]],
    ['not by a field that says nothing of it', '{ byNumber(number: "1") { name } }', {}, [undefined]],
  ])('is told %s', (_how, text, variables, told) => {
    expect(objectsOf(text, variables)).toEqual(told);
  });
});

describe('the graph of the mall', () => {
  const supergraph = parse(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'));
  const rules = readCostRules(supergraph);
  const fields = supergraph.definitions.flatMap((type) =>
    type.kind === 'ObjectTypeDefinition' || type.kind === 'InterfaceTypeDefinition'
      ? (type.fields ?? []).map(({ name }) => ({
          type: type.name.value,
          name: name.value,
          rule: rules.field(type.name.value, name.value),
        }))
      : [],
  );

  it.each([
    ['citizen', 'query ($nik: Nik!) { citizen(nik: $nik) { id } }', { nik: '3578014107909001' }],
    [
      'verifyIdentity',
      'query ($input: VerifyIdentityInput!) { verifyIdentity(input: $input) { matched } }',
      { input: { nik: '3578014107909001' } },
    ],
    ['taxpayer', 'query ($nik: Npwp!) { taxpayer(npwp: $nik) { id } }', { nik: '3578014107909001' }],
  ])('counts by %s how often the same person is looked up', (_field, text, variables) => {
    const [lookup] = lookupsOf(text, rules);
    expect(lookup?.perObject?.objects.map((object) => object(variables))).toEqual(['3578014107909001']);
    expect(lookup?.perObject?.perHour).toBeLessThan(lookup?.perHour ?? 0);
  });

  it('gives every list a size', () => {
    const sized = new Set(
      fields.flatMap(({ rule }) => rule?.listSize?.sizedFields.map((name) => `${rule.type}.${name}`) ?? []),
    );
    const unsized = fields.filter(
      ({ type, name, rule }) => rule?.isList && !rule.listSize && !sized.has(`${type}.${name}`),
    );
    expect(unsized.map(({ type, name }) => `${type}.${name}`)).toEqual([]);
  });

  it('limits what is looked up at its root, where it is counted', () => {
    const limited = fields.filter(({ rule }) => rule?.perHour != null);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.filter(({ type }) => type !== 'Query' && type !== 'Mutation')).toEqual([]);
    expect(limited.map(({ name }) => name)).toEqual(expect.arrayContaining(['citizen', 'verifyIdentity']));
  });

  it.each(clientOperations())('lets $name cost less than half of the limit', ({ document, variables }) => {
    expect(costOf(document, variables ?? {}, rules)).toBeLessThan(defaultQueryLimits.cost / 2);
  });
});
