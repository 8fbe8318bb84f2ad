import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
} from 'graphql';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { committedGraph } from '../../schema/compose.ts';
import { readAccessRules } from '../access/accessRules.ts';
import { visibleSchema } from '../access/visibleSchema.ts';
import { VisibleSchemas } from '../access/visibleSchemas.ts';

const withRules = `directive @authenticated on FIELD_DEFINITION | OBJECT | SCALAR | ENUM
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | SCALAR | ENUM
  scalar Guarded @requiresScopes(scopes: [["guarded"]])`;

/** The schema with its rules, as it is left for somebody. Types only; one line each. */
function seen(text: string, scopes: readonly string[] | null = null): string[] {
  const whole = `${withRules} ${text}`;
  const schema = buildSchema(whole);
  const sight = { signedIn: scopes !== null, granted: new Set(scopes) };
  const left = visibleSchema(schema, readAccessRules(parse(whole)), sight);
  expect(validateSchema(left)).toEqual([]);
  const types = printSchema(lexicographicSortSchema(left)).split(/\n\n(?=\w|""")/);
  return types.filter((type) => !type.startsWith('directive')).map((type) => type.replace(/\s+/g, ' '));
}

describe('the schema that a caller may see', () => {
  it('lacks a field that they may not ask, and what only that field leads to', () => {
    const text = `type Query { open: Int secret(by: Way): Secret @requiresScopes(scopes: [["s"]]) }
      type Secret { more: More } type More { a: Int } enum Way { ONE }`;

    expect(seen(text, [])).toEqual(['type Query { open: Int }']);
    expect(seen(text, ['s'])).toHaveLength(4);
  });

  it.each([
    ['a type that they may not see', 'type Query { open: Int person: Person } type Person @authenticated { id: ID }'],
    ['a scalar that they may not see', 'type Query { open: Int number: Guarded }'],
    ['a type of which nothing is left', 'type Query { open: Int box: Box } type Box { a: Int @authenticated }'],
    [
      'a union of which nothing is left',
      'type Query { open: Int any: Any } union Any = A type A @authenticated { a: Int }',
    ],
    [
      'an interface that nobody has any more',
      'type Query { open: Int any: I } interface I { a: Int } type A implements I @authenticated { a: Int }',
    ],
    ['an argument that they would have to give', 'type Query { open: Int find(number: Guarded!): Int }'],
    ['an input that they could not fill', 'type Query { open: Int find(by: By!): Int } input By { number: Guarded! }'],
    ['a whole chain', 'type Query { open: Int a: A } type A { b: B } type B { c: C @authenticated } type C { d: Int }'],
  ])('lacks what leads to %s', (_what, text) => {
    expect(seen(text)).toEqual(['type Query { open: Int }']);
  });

  it('lacks arguments and inputs that need not be given', () => {
    expect(seen('type Query { find(number: Guarded by: By): Int } input By { a: Int number: Guarded }')).toEqual([
      'input By { a: Int }',
      'type Query { find(by: By): Int }',
    ]);
  });

  it('shows of an interface what each of its types shows, and of a union the types that are left', () => {
    const text = `type Query { any: I one: U }
      interface I { a: Int b: Int }
      type A implements I { a: Int b: Int @authenticated }
      type B implements I { a: Int b: Int }
      type C implements I @authenticated { a: Int b: Int }
      union U = A | C`;

    expect(seen(text)).toEqual([
      'type A implements I { a: Int }',
      'type B implements I { a: Int b: Int }',
      'interface I { a: Int }',
      'type Query { any: I one: U }',
      'union U = A',
    ]);
  });

  it('lacks a type that has an interface, but that no field leads to', () => {
    const text = `type Query { a: A } interface I { id: ID } type A implements I { id: ID }
      type B implements I { id: ID b: Int }
      type Mutation { make: B @authenticated }`;

    expect(seen(text)).toEqual(['type A implements I { id: ID }', 'interface I { id: ID }', 'type Query { a: A }']);
  });

  it('keeps words and deprecations', () => {
    const text =
      '"Asks" type Query { "The old one" old: Int @deprecated(reason: "2026-11-01: use new") other: Guarded }';
    expect(seen(text)).toEqual([
      '"""Asks""" type Query { """The old one""" old: Int @deprecated(reason: "2026-11-01: use new") }',
    ]);
  });
});

describe('the schema of the platform', () => {
  const { api, supergraph } = committedGraph();
  const whole = buildSchema(api);
  const rules = readAccessRules(parse(supergraph));
  const schemas = new VisibleSchemas(whole, rules);
  const nobody = { kind: 'anonymous' } as const;
  const as = (persona: PersonaSlug | null) => schemas.for(persona ? principalOf(persona) : nobody);
  const fieldsOf = (schema: GraphQLSchema, type: string): string[] => {
    const found = schema.getType(type);
    return isObjectType(found) ? Object.keys(found.getFields()) : [];
  };

  it.each([
    [null, 'Query.services', 'Query.me'],
    [null, 'Service.name', 'Citizen.nik'],
    ['food-seller', 'Query.me', 'Query.worklist'],
    ['food-seller', 'Mutation.submitTaxApplication', 'Mutation.decideTaxApplication'],
    ['officer-tax', 'Query.worklist', 'Query.applicationStats'],
    ['officer-tax', 'Mutation.decideTaxApplication', 'Mutation.callNextTicket'],
    ['mall-clerk', 'Mutation.callNextTicket', 'Mutation.decideTaxApplication'],
    ['analyst', 'Query.applicationStats', 'Query.worklist'],
  ] as const)('shows %s %s, but not %s', (persona, shown, hidden) => {
    const has = (coordinate: string) => {
      const [type = '', field = ''] = coordinate.split('.');
      return fieldsOf(as(persona), type).includes(field);
    };
    expect([has(shown), has(hidden)]).toEqual([true, false]);
  });

  it.each([
    null,
    'food-seller',
    'officer-tax',
    'approver-civil',
    'mall-clerk',
    'analyst',
    'service-licensing',
  ] as const)('is whole in itself for %s, and shows nothing that the rules refuse', (persona) => {
    const schema = as(persona);
    const principal = persona ? principalOf(persona) : nobody;
    const granted: readonly string[] = principal.kind === 'anonymous' ? [] : principal.scopes;
    expect(validateSchema(schema)).toEqual([]);

    const refused = Object.values(schema.getTypeMap()).flatMap((type) =>
      fieldsOf(schema, type.name).filter((field) => {
        const { signedIn, scopes } = rules.ofField(type.name, field);
        const isMet = scopes.every((choice) => choice.some((all) => all.every((scope) => granted.includes(scope))));
        return (signedIn && principal.kind === 'anonymous') || !isMet;
      }),
    );
    expect(refused).toEqual([]);
  });

  it.each([null, 'food-seller', 'officer-tax', 'mall-clerk', 'analyst'] as const)(
    'names no hidden type to %s, not even in its descriptions',
    (persona) => {
      const words = new Set(printSchema(as(persona)).match(/\w+/g));
      const hidden = Object.keys(whole.getTypeMap()).filter((name) => !as(persona).getType(name));
      expect(hidden.length).toBeGreaterThan(0);
      expect(hidden.filter((name) => words.has(name))).toEqual([]);
    },
  );

  it('is the same for all who have the same grants', () => {
    expect(as('food-seller')).toBe(as('nurse'));
    expect(as('food-seller')).not.toBe(as('officer-tax'));
  });

  it('is the whole one for somebody who may see everything', () => {
    const scopes = [...new Set([...supergraph.matchAll(/"([a-z-]+:[a-z-]+)"/g)].map(([, scope = '']) => scope))];
    expect(schemas.for({ kind: 'analyst', id: 'a', scopes })).toBe(whole);
  });
});

describe('what callers may see', () => {
  it('is kept for a bounded number of sets of grants', () => {
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    const fields = numbers.map((number) => `f${number}: Int @requiresScopes(scopes: [["s${number}"]])`).join(' ');
    const text = `${withRules} type Query { open: Int ${fields} }`;
    const schemas = new VisibleSchemas(buildSchema(text), readAccessRules(parse(text)));

    for (const number of numbers)
      schemas.for({ kind: 'analyst', id: 'a', scopes: [`s${number}`, 'what no rule asks'] });
    expect(schemas.size).toBe(32);
  });
});
