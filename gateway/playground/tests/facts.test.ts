import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { readAccessRules } from '../../access/accessRules.ts';
import { describedWith } from '../docsFacts.ts';
import { factsWithin, readSchemaFacts } from '../schemaFacts.ts';

const supergraph = parse(`
  enum join__Graph { A @join__graph(name: "alpha", url: "") B @join__graph(name: "beta", url: "") }
  type Query @join__type(graph: A) @join__type(graph: B) { me: Person @join__field(graph: A) @join__field(graph: B) }
  type Person
    @join__type(graph: A, key: "id")
    @join__type(graph: B, key: "id secret")
    @join__type(graph: B, key: "id", resolvable: false)
    @authenticated
  {
    id: ID!
    secret: String @join__field(graph: A) @join__field(graph: B, external: true) @requiresScopes(scopes: [["s:read", "s:all"], ["admin"]])
      @personal(class: SPECIFIC) @source(agency: "A", register: "R")
    home: Home @join__field(graph: B)
    work: Home @join__field(graph: B)
  }
  type Home @join__type(graph: B) @public { street: String }
  union Found @join__type(graph: A) = Person | Home
`);
const facts = readSchemaFacts(supergraph, readAccessRules(supergraph));

describe('the facts of a graph', () => {
  it('name who answers, the one that answers for most first', () => {
    expect(facts.types.Person?.owners).toEqual(['beta', 'alpha']);
    expect(facts.types.Person?.fields.secret?.owners).toEqual(['alpha']);
    expect(facts.types.Person?.fields.id?.owners).toEqual(['alpha', 'beta']);
    expect(facts.types.Found).toMatchObject({ owners: ['alpha'], members: ['Person', 'Home'] });
  });

  it('say who may see it, in words, the rule of the type included', () => {
    expect(facts.types.Home?.seenBy).toBe('everybody');
    expect(facts.types.Person?.seenBy).toBe('whoever is signed in');
    expect(facts.types.Person?.fields.secret?.seenBy).toBe('whoever is signed in with s:read and s:all, or admin');
  });

  it('say what is personal, and of which register', () => {
    expect(facts.types.Person?.fields.secret).toMatchObject({ personal: 'SPECIFIC', register: 'R (A)' });
    expect(facts.types.Person?.fields.home).toMatchObject({ personal: null, type: 'Home' });
  });

  it('tell nobody of what their schema does not show', () => {
    const seen = factsWithin(facts, buildSchema('type Query { me: Person } type Person { id: ID! }'));
    expect(Object.keys(seen.types)).toEqual(['Query', 'Person']);
    expect(Object.keys(seen.types.Person?.fields ?? {})).toEqual(['id']);
    expect(seen.types.Person?.keys).toEqual(['id']);
    expect(JSON.stringify(seen)).not.toMatch(/secret|Home|s:read/);
  });
});

describe('the docs', () => {
  it('tell the facts below the description, which stays the first paragraph', () => {
    const described = describedWith(
      {
        data: {
          __schema: {
            types: [
              {
                kind: 'OBJECT',
                name: 'Person',
                description: 'Somebody',
                fields: [{ name: 'secret', description: null }],
              },
              { kind: 'SCALAR', name: 'Date', description: 'A day' },
            ],
          },
        },
      },
      facts,
    );
    const [person, date] = (described.data as { __schema: { types: Described[] } }).__schema.types;
    expect(person?.description).toBe(
      'Somebody\n\n- **Owner:** beta; alpha answer too\n- **Who may see it:** whoever is signed in',
    );
    expect(person?.fields?.[0]?.description).toContain('- **Personal data:** specific (UU 27/2022, article 4)');
    expect(date?.description).toBe('A day');
  });

  it('stay as they are where the schema was refused', () => {
    const refused = { data: null };
    expect(describedWith(refused, facts)).toBe(refused);
  });
});

interface Described {
  readonly description: string | null;
  readonly fields?: readonly Described[];
}
