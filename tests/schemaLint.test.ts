import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { unreasonedDeprecations } from '../schema/checks/deprecations.ts';
import { missingTerms, readGlossary } from '../schema/checks/glossaryTerms.ts';
import { type Finding, lintAgencySchema } from '../schema/checks/lint.ts';
import { unusualNames } from '../schema/checks/naming.ts';
import { unlimitedLists } from '../schema/checks/unlimitedLists.ts';

const told = (findings: readonly Finding[]) => findings.map(({ coordinate, message }) => `${coordinate} ${message}`);

describe('names in a schema', () => {
  const sound = `type Query { things(ofKind: Kind, filter: ThingFilter): [Thing] }
    type Mutation { makeThing(input: MakeThingInput!): ThingPayload takeApplication: ApplicationPayload }
    type Thing { id: ID! nib2Name: String }
    type ThingPayload { thing: Thing errors: [UserError!]! }
    input MakeThingInput { name: String! }
    input ThingFilter { kind: Kind }
    enum Kind { ONE TWO_OF_2 }`;
  const faultsOf = (schema: string) => told(unusualNames('planted', parse(schema)));

  it('are sound where they are written as all others are', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it.each([
    ['a type', ['type Thing {', 'type thing_two {'], 'thing_two has to be written LikeThis'],
    ['an enum', ['enum Kind', 'enum kind'], 'kind has to be written LikeThis'],
    ['a field', ['nib2Name', 'NibName'], 'Thing.NibName has to be written likeThis'],
    ['a field with a line below', ['nib2Name', 'nib_name'], 'Thing.nib_name has to be written likeThis'],
    ['an argument', ['ofKind', 'of_kind'], 'Query.things(of_kind:) has to be written likeThis'],
    ['a field of an input', ['{ name: String!', '{ Name: String!'], 'MakeThingInput.Name has to be written likeThis'],
    ['a value of an enum', ['TWO_OF_2', 'twoOf2'], 'Kind.twoOf2 has to be written LIKE_THIS'],
    [
      'an input',
      ['input MakeThingInput', 'input NewThing'],
      'NewThing is sent by clients: its name has to end in Input, or in Filter',
    ],
    ['an answer', [': ThingPayload', ': Thing'], 'Mutation.makeThing is a change: it has to answer a ...Payload'],
    [
      'an answer without errors',
      [' errors: [UserError!]!', ''],
      'ThingPayload has no `errors: [UserError!]!`, in which people read what to mend',
    ],
  ])('are faulty: %s', (_what, [from = '', to = ''], fault) => {
    expect(sound).toContain(from);
    expect(faultsOf(sound.replace(from, to))).toEqual([fault]);
  });
});

describe('what is deprecated', () => {
  const fault = 'is deprecated: its reason has to say since when (YYYY-MM-DD) and what to use instead';
  const field = (deprecated: string) => `type Thing { id: ID! name: String ${deprecated} }`;

  it('says since when, and what to use instead', () => {
    const sound = field('@deprecated(reason: "2026-11-24: ask for fullName.")');
    expect(told(unreasonedDeprecations('planted', parse(sound)))).toEqual([]);
  });

  it.each([
    ['has no reason', field('@deprecated'), 'Thing.name'],
    ['has no day', field('@deprecated(reason: "Ask for fullName instead.")'), 'Thing.name'],
    ['has a day that is none', field('@deprecated(reason: "2026-13-41: ask for fullName.")'), 'Thing.name'],
    ['has only a day', field('@deprecated(reason: "2026-11-24")'), 'Thing.name'],
    ['is an argument', 'type Query { a(b: Int @deprecated): Int }', 'Query.a(b:)'],
    ['is a field of an input', 'input AInput { b: Int @deprecated }', 'AInput.b'],
    ['is a value of an enum', 'enum Kind { OLD @deprecated(reason: "old") }', 'Kind.OLD'],
  ])('is found where it %s', (_what, schema, coordinate) => {
    expect(told(unreasonedDeprecations('planted', parse(schema)))).toEqual([`${coordinate} ${fault}`]);
  });
});

describe('the terms of the glossary', () => {
  const page = [
    '| term | in code | meaning |',
    '| --- | --- | --- |',
    '| Kartu Keluarga (KK) | `Family` | family card |',
    '| skala usaha | `BusinessScale`, `Business.size` | micro to large |',
    '| fiktif positif | `AUTO_APPROVED` | approved by silence |',
    '| instansi | agency | no name in code |',
  ].join('\n');
  const faultsOf = (schema: string) => told(missingTerms('planted', parse(schema), readGlossary(page)));

  it.each([
    ['as it stands', '"Kartu keluarga: the family card" type Family { "Its id" id: ID! }'],
    ['by its abbreviation', '"The family card (KK)" type Family { "Its id" id: ID! }'],
    ['of a field of one type only', 'type Shop { "How large it is" size: Int }'],
  ])('are there: %s', (_what, schema) => {
    expect(faultsOf(schema)).toEqual([]);
  });

  it.each([
    ['a type', '"The family card" type Family { "Its id" id: ID! }', 'Family', 'kartu keluarga'],
    ['letters inside another word', '"A trekking club" type Family { "Its id" id: ID! }', 'Family', 'kartu keluarga'],
    ['a field', 'type Business { "How large it is" size: Int }', 'Business.size', 'skala usaha'],
    ['a value', 'enum State { "Approved by silence" AUTO_APPROVED }', 'State.AUTO_APPROVED', 'fiktif positif'],
  ])('are missing in the description of %s', (_what, schema, coordinate, term) => {
    expect(faultsOf(schema)).toEqual([`${coordinate} has to be described by its Indonesian term too (${term})`]);
  });

  it('are read from our own glossary, which has dozens, and from no page of another form', () => {
    const own = readGlossary(readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8'));
    expect(own.length).toBeGreaterThan(40);
    expect(own).toContainEqual({ words: ['kartu keluarga', 'kk'], names: ['Family'] });
    expect(() => readGlossary('# Glossary')).toThrow('no table');
  });
});

describe('an argument', () => {
  it('is described', () => {
    const schema = parse('type Query { "A shop" shop(id: ID!): Int @public }');
    expect(told(lintAgencySchema('planted', schema))).toEqual(['Query.shop(id:) has no description']);
  });
});

describe('a list', () => {
  it.each([
    ['without a limit', 'type Query { shops: [Shop!]! }', ['Query.shops']],
    ['with one', 'type Query { shops: [Shop!]! @listSize(assumedSize: 5) }', []],
    [
      'sized from above',
      'type Query { shops(first: Int): Shops @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) } type Shops { nodes: [Shop] }',
      [],
    ],
  ])('%s is looked at', (_what, schema, coordinates) => {
    const findings = unlimitedLists({ name: 'planted', typeDefs: parse(schema) });
    expect(findings.map(({ coordinate }) => coordinate)).toEqual(coordinates);
  });
});
