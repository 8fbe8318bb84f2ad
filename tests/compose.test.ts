import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, parse } from 'graphql';
import { subgraphsFolder } from '../schema/agencies.ts';
import { lintAcrossAgencies, lintAgencySchema } from '../schema/checks/lint.ts';
import { CompositionError, committedGraph, composeGraph } from '../schema/compose.ts';

describe('the committed graph', () => {
  it('is what the agencies promise today (npm run compose makes it anew)', () => {
    expect(committedGraph()).toEqual(composeGraph());
  });
});

describe('a sixth agency', () => {
  const sixthSchema = `
    "An agency's own request for a health service"
    type SixthApplication implements Application @authenticated @key(fields: "id") {
      "Tracking number"
      id: ID!
      "The clinic that the citizen chose"
      clinic: String
    }
    "Permohonan: a citizen's request for a service, whichever agency decides it"
    interface Application {
      "Nomor permohonan: the tracking number"
      id: ID!
    }
    type Query {
      "How many clinics there are"
      clinicCount: Int @public
    }`;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mpp-sixth-'));
    cpSync(subgraphsFolder, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
    mkdirSync(join(folder, 'sixth'));
    writeFileSync(join(folder, 'sixth', 'schema.graphql'), sixthSchema);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('joins the inbox without a change to any other file', () => {
    const sixth = buildSchema(composeGraph(folder).api).getType('SixthApplication') as GraphQLObjectType;
    expect(sixth.getInterfaces().map(({ name }) => name)).toEqual(['Application']);
    expect(Object.keys(sixth.getFields())).toEqual(expect.arrayContaining(['clinic', 'status', 'timeline', 'sla']));
  });

  it('is refused when its application could null the whole inbox', () => {
    writeFileSync(join(folder, 'sixth', 'schema.graphql'), sixthSchema.replace('clinic: String', 'clinic: String!'));
    expect(() => composeGraph(folder)).toThrow(/sixth: SixthApplication.clinic is reached across agencies/);
  });

  it('is refused with every fault at once when its text is not GraphQL', () => {
    writeFileSync(join(folder, 'sixth', 'schema.graphql'), 'type Query {');
    expect(() => composeGraph(folder)).toThrow(CompositionError);
  });
});

describe('the lint of a schema', () => {
  const faultsOf = (schema: string) =>
    lintAgencySchema('planted', parse(schema)).map(({ coordinate, message }) => `${coordinate} ${message}`);
  const sound = `
    type Query { "All" things: [Thing] @public }
    "A thing" type Thing @authenticated { "Its id" id: ID! }
    type Region @key(fields: "code", resolvable: false) { code: ID! }`;

  it('finds nothing in a sound one', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it.each([
    ['a root field without an access rule', sound.replace('@public', ''), /^Query.things has no access rule/],
    ['a type without an access rule', sound.replace('@authenticated', ''), /^Thing.id has no access rule/],
    ['a field without a description', sound.replace('"Its id"', ''), /^Thing.id has no description/],
    ['a type without a description', sound.replace('"A thing"', ''), /^Thing has no description/],
    [
      'a field that may not be null but leads to another agency',
      sound.replace('id: ID!', 'id: ID! "Where" region: Region!'),
      /^Thing.region leads to an entity of another agency/,
    ],
    [
      'a field of Citizen that may not be null',
      `${sound} "One" type Citizen @authenticated @key(fields: "id") { "Id" id: ID! "Age" age: Int! }`,
      /^Citizen.age is reached across agencies/,
    ],
  ])('finds %s', (_what, schema, fault) => {
    expect(faultsOf(schema)).toEqual([expect.stringMatching(fault)]);
  });
});

describe('the lint of schemas side by side', () => {
  it('finds what two agencies describe in different words', () => {
    const schemas = ['"A day" scalar Day', '"A date" scalar Day', '"A day" scalar Day'].map((text, index) => ({
      name: `agency-${index}`,
      typeDefs: parse(text),
    }));
    expect(lintAcrossAgencies(schemas)).toEqual([
      {
        agency: 'agency-1',
        coordinate: 'Day',
        message: expect.stringContaining('described in other words than by agency-0'),
      },
    ]);
  });
});

describe('the supergraph file', () => {
  it('carries the access rules, so that any federation router can enforce them', () => {
    const text = readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');
    expect(text).toContain('https://specs.apollo.dev/requiresScopes/');
    expect(text).toContain('https://specs.apollo.dev/authenticated/');
  });
});
