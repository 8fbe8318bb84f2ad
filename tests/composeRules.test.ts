import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import type { Finding } from '../schema/checks/lint.ts';
import { lostRules } from '../schema/checks/lostRules.ts';
import { renamedRules } from '../schema/checks/renamedRules.ts';
import { unmarkedPersonal } from '../schema/checks/unmarkedPersonal.ts';
import { composeGraph } from '../schema/compose.ts';

const agencies = (...texts: string[]) => texts.map((text, n) => ({ name: `agency-${n}`, typeDefs: parse(text) }));
const told = (findings: readonly Finding[]) =>
  findings.map(({ agency, coordinate, message }) => `${agency}: ${coordinate} ${message}`);

describe('a rule that an interface has', () => {
  const thing = 'interface Thing { id: ID! secret: String @requiresScopes(scopes: [["secret"]]) }';

  it.each([
    ['lacks', 'type Book implements Thing @authenticated { id: ID! secret: String }', ['agency-1: Book.secret']],
    ['has', 'type Book implements Thing { id: ID! secret: String @requiresScopes(scopes: [["secret"]]) }', []],
    [
      'has for the whole type',
      'type Book implements Thing @requiresScopes(scopes: [["secret"]]) { id: ID! secret: String }',
      [],
    ],
    [
      'has wider',
      'type Book implements Thing { id: ID! secret: String @requiresScopes(scopes: [["secret"], ["b"]]) }',
      ['agency-1: Book.secret'],
    ],
  ])('is looked for in a type that %s it', (_what, book, faults) => {
    const findings = told(lostRules(agencies(thing, book)));
    expect(findings).toEqual(
      faults.map((fault) => `${fault} is open to more callers than Thing.secret, which it implements`),
    );
  });

  it('counts for the fields that an interface object adds to the types of others', () => {
    const object = 'type Thing @key(fields: "id") @interfaceObject { id: ID! rating: Int }';
    const findings = told(
      lostRules(agencies('interface Thing { id: ID! }', object, 'type Book implements Thing @public { id: ID! }')),
    );
    expect(findings).toContain('agency-2: Book.rating is open to more callers than Thing.rating, which it implements');
  });
});

describe('a field that is made from others', () => {
  const people = (rule: string) => `type Person @key(fields: "id") @authenticated {
    id: ID!
    nik: String ${rule}
    card: Card
  }
  type Card @requiresScopes(scopes: [["card"]]) { number: String }`;
  const derived = (fields: string, rule = '') => `type Person @key(fields: "id") @authenticated {
    id: ID!
    nik: String @external
    card: Card @external
    score: Int @requires(fields: "${fields}") ${rule}
  }
  type Card { number: String @external }`;
  const nik = '@requiresScopes(scopes: [["nik"]])';

  it.each([
    ['the rule of what it needs', people(nik), derived('nik'), ['Person.nik']],
    ['the rule of a type on the way', people(''), derived('card { number }'), ['Person.card', 'Card.number']],
    ['a part of the rules', people(nik), derived('nik card { number }', nik), ['Person.card', 'Card.number']],
  ])('is refused without %s', (_what, owner, other, needed) => {
    expect(told(lostRules(agencies(owner, other)))).toEqual(
      needed.map((one) => `agency-1: Person.score is open to more callers than ${one}, which it needs`),
    );
  });

  it.each([
    ['the same rule', derived('nik', nik)],
    ['a stricter one', derived('nik', '@requiresScopes(scopes: [["nik", "more"]])')],
    ['nothing but what is as open', derived('id')],
  ])('is accepted with %s', (_what, other) => {
    expect(lostRules(agencies(people(nik), other))).toEqual([]);
  });

  it('is refused at each link of a chain, until its beginning is guarded too', () => {
    const chain = (score: string, rank: string) =>
      agencies(
        people(nik),
        derived('nik', score),
        `type Person @key(fields: "id") @authenticated { id: ID! score: Int @external rank: Int @requires(fields: "score") ${rank} }`,
      );
    expect(told(lostRules(chain('', '')))).toHaveLength(1);
    expect(told(lostRules(chain(nik, '')))).toEqual([
      'agency-2: Person.rank is open to more callers than Person.score, which it needs',
    ]);
    expect(lostRules(chain(nik, nik))).toEqual([]);
  });

  it('is refused where it only provides what is guarded elsewhere', () => {
    const review =
      'type Review @public { author: Person @provides(fields: "nik") } type Person @key(fields: "id") { id: ID! nik: String @external }';
    expect(told(lostRules(agencies(people(nik), review)))).toEqual([
      'agency-1: Review.author is open to more callers than Person.nik, which it needs',
    ]);
  });
});

describe('a rule under another name', () => {
  it.each([
    [
      'renamed by an import',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@authenticated", as: "@login" }]) type Query { a: Int @login }',
      '@link stands in schema/shared.graphql only, so that no rule goes by another name',
    ],
    [
      'renamed with its specification',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed") type Query { a: Int @public }',
      '@link stands in schema/shared.graphql only, so that no rule goes by another name',
    ],
    [
      'with a prefix',
      'type Query { a: Int @federation__requiresScopes(scopes: [["a"]]) }',
      '@federation__requiresScopes has to be written @requiresScopes',
    ],
    [
      'with a prefix of its own',
      'type Query { a: Int @privacy__personal(class: GENERAL) }',
      '@privacy__personal has to be written @personal',
    ],
    [
      'defined anew',
      'directive @public on FIELD_DEFINITION type Query { a: Int @public }',
      '@public is defined in schema/shared.graphql only',
    ],
  ])('is refused: %s', (_what, schema, fault) => {
    expect(told(renamedRules('planted', parse(schema)))).toEqual([`planted: ${fault}`]);
  });

  it('is none that all agencies share', () => {
    const shared = readFileSync(new URL('../schema/shared.graphql', import.meta.url), 'utf8');
    expect(shared.match(/\bas:/g)).toBeNull();
  });
});

describe('what says something about a person', () => {
  const findings = (...texts: string[]) => unmarkedPersonal(agencies(...texts)).map(({ coordinate }) => coordinate);

  it.each([
    ['a text of Citizen', 'type Citizen { id: ID! hobby: String age: Int }', ['Citizen.hobby']],
    [
      'a date beside something personal',
      'scalar Date type Card { name: String @personal(class: GENERAL) issuedOn: Date }',
      ['Card.issuedOn'],
    ],
    ['a list of texts', 'type Citizen { nicknames: [String!]! }', ['Citizen.nicknames']],
    [
      'a key that is more than an id',
      'type Card @key(fields: "number") { number: ID! name: String @personal(class: GENERAL) }',
      ['Card.number'],
    ],
  ])('is marked: %s', (_what, schema, coordinates) => {
    expect(findings(schema)).toEqual(coordinates);
  });

  it.each([
    ['personal', 'type Citizen { id: ID! hobby: String @personal(class: GENERAL) }'],
    ['impersonal, with the reason', 'type Citizen { hobby: String @impersonal(because: "the same for everybody") }'],
    ['external: the owner marks it', 'type Citizen @key(fields: "id") { id: ID! hobby: String @external }'],
    ['of a type about nobody', 'type Region { name: String }'],
    ['of a type of another agency', 'type Citizen @key(fields: "nik", resolvable: false) { nik: ID! }'],
    ['an enum or an object', 'type Citizen { sex: Sex region: Region } enum Sex { F } type Region { name: String }'],
  ])('needs no mark where it is %s', (_what, schema) => {
    expect(findings(schema)).toEqual([]);
  });

  it('is about a person in all agencies when it is in one', () => {
    const owner = 'type Business @key(fields: "id") { id: ID! name: String @personal(class: GENERAL) }';
    expect(findings(owner, 'type Business @key(fields: "id") { id: ID! slogan: String }')).toEqual(['Business.slogan']);
  });
});

describe('the composition of all agencies', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mpp-rules-'));
    cpSync(subgraphsFolder, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const planted = (agency: string, from: string, to: string) => {
    const file = join(folder, agency, 'schema.graphql');
    const schema = readFileSync(file, 'utf8');
    if (!schema.includes(from)) throw new Error(`${agency} has no ${from}`);
    writeFileSync(file, schema.replace(from, to));
    try {
      return composeGraph(folder);
    } finally {
      writeFileSync(file, schema);
    }
  };

  it('refuses a field that tells what a guarded field of another agency says', () => {
    expect(() =>
      planted('identity', '  birthDate: Date ', '  birthDate: Date @requiresScopes(scopes: [["identity:birth"]]) '),
    ).toThrow(/mall: Citizen.eligibility is open to more callers than Citizen.birthDate, which it needs/);
  });

  it('refuses an application whose type is open to more callers than the inbox', () => {
    expect(() =>
      planted(
        'tax',
        'type TaxApplication implements Application @key(fields: "id") @authenticated',
        'type TaxApplication implements Application @key(fields: "id") @public',
      ),
    ).toThrow(/tax: TaxApplication.status is open to more callers than Application.status, which it implements/);
  });

  it.each(agencyNames())('refuses a rule of %s under another name', (agency) => {
    const plant = '"x"\ntype Planted { "x" x: Int @federation__authenticated }\n\ntype Query';
    expect(() => planted(agency, 'type Query', plant)).toThrow(
      new RegExp(`${agency}: @federation__authenticated has to be written @authenticated`),
    );
  });

  it('refuses a personal text without a mark', () => {
    expect(() => planted('identity', 'fullName: String @personal(class: GENERAL)', 'fullName: String')).toThrow(
      /identity: Citizen.fullName is about a person/,
    );
  });
});
