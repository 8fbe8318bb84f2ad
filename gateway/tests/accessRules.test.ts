import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import { readAccessRules } from '../access/accessRules.ts';
import { decisionsOn } from '../access/decisions.ts';
import { noteRefusals } from '../access/noteRefusals.ts';
import { contextOf, silentLog } from './support/smallGraph.ts';

const supergraph = `
  schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) { query: Query }
  type Query { me: Person @authenticated free: Free }
  type Free { secret: Secret thing: Thing }
  type Person @authenticated { id: ID nik: Nik @requiresScopes(scopes: [["nik:read"]]) }
  scalar Nik
  scalar Secret @requiresScopes(scopes: [["secret"]])
  interface Thing @join__type(graph: A, isInterfaceObject: true) @requiresScopes(scopes: [["all", "of", "them"]]) { id: ID }
  type Book implements Thing { id: ID }`;
const rules = readAccessRules(parse(supergraph));

describe('the rules of a supergraph', () => {
  it('are those of a field and of its type together', () => {
    expect(rules.ofField('Person', 'nik')).toEqual({ signedIn: true, scopes: [[['nik:read']]] });
    expect(rules.ofField('Person', 'id')).toEqual({ signedIn: true, scopes: [] });
    expect(rules.ofField('Free', 'thing')).toEqual({ signedIn: false, scopes: [] });
    expect(rules.ofType('Secret')).toEqual({ signedIn: true, scopes: [[['secret']]] });
  });

  it('ask for a signed-in caller where an interface object stands behind a type, and leave the interface aside', () => {
    expect(rules.ofType('Book')).toEqual({ signedIn: true, scopes: [] });
    expect(rules.ofField('Thing', 'id')).toEqual({ signedIn: false, scopes: [] });
  });

  it.each([
    ['a policy on a field', 'type Query { a: Int @policy(policies: [["p"]]) }', '@policy'],
    ['a policy on a type', 'type Query @policy(policies: [["p"]]) { a: Int }', '@policy'],
    [
      'a rule by another name',
      'schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "login") { query: Query } type Query { a: Int }',
      '@authenticated under another name',
    ],
    [
      'a rule that is imported',
      `schema @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@needs" }])
       { query: Query } type Query { a: Int }`,
      '@requiresScopes under another name',
    ],
  ])('are not read as none: %s', (_what, text, fault) => {
    expect(() => readAccessRules(parse(text))).toThrow(fault);
  });
});

describe('the decisions on an operation', () => {
  const schema = buildSchema(`
    interface Thing { id: ID }
    type Query { me: Person free: Free }
    type Free { secret: Secret thing: Thing }
    type Person { id: ID nik: Nik }
    type Book implements Thing { id: ID }
    scalar Nik
    scalar Secret`);
  const caller = (...scopes: string[]): Principal => ({ kind: 'citizen', id: `c-${scopes.length}`, scopes });
  const on = (text: string) => decisionsOn(parse(text), schema, rules);

  it('are none where no rule is touched', () => {
    expect(on('{ free { __typename } __typename }').for({ kind: 'anonymous' })).toBeNull();
  });

  it('are the same for callers whose other scopes and names differ', () => {
    const decisions = on('{ me { nik } }');
    expect(decisions.for(caller('a'))).toBe(decisions.for(caller('b', 'c')));
    expect(decisions.for(caller('a', 'nik:read'))).toBeNull();
    expect(decisions.for({ kind: 'anonymous' })).not.toBe(decisions.for(caller()));
  });

  it.each([
    ['a rule of a scalar', '{ free { secret } }'],
    ['a rule of a type behind an interface', '{ free { thing { id } } }'],
    ['a rule in a fragment', '{ ...F } fragment F on Query { me { id } }'],
  ])('see %s', (_what, text) => {
    expect(on(text).for({ kind: 'anonymous' })).not.toBeNull();
  });
});

describe('the log of the gateway', () => {
  const refusal = (coordinate: string) => ({ coordinate, reason: 'FORBIDDEN', below: [] }) as const;
  const linesFor = (principal: Principal, coordinates: readonly string[]) => {
    const lines: unknown[] = [];
    const log = { ...silentLog, info: (line: object) => void lines.push(line) };
    noteRefusals(log as Parameters<typeof noteRefusals>[0], contextOf(principal), coordinates.map(refusal));
    return lines;
  };

  it('has one line for all that a request was refused, without who and what', () => {
    const officer: Principal = { kind: 'officer', id: 'o-1', agency: 'x', region: '35.10', scopes: [] };
    expect(linesFor(officer, ['Person.nik', 'Person.id', 'Person.nik'])).toEqual([
      { requestId: 'test', caller: 'officer', withheld: ['Person.id', 'Person.nik'] },
    ]);
  });

  it('has none for somebody who is not signed in, or was refused nothing', () => {
    expect(linesFor({ kind: 'anonymous' }, ['Person.nik'])).toEqual([]);
    expect(linesFor({ kind: 'citizen', id: 'c', scopes: [] }, [])).toEqual([]);
  });
});
