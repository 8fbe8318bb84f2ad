import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { fieldUse } from '../scripts/usage/fieldUse.ts';

const schema = buildSchema(`
  type Query { me: Person  thing: Thing }
  type Person { name: String  nickname: String @deprecated(reason: "Since 2026-11-01: use name") }
  interface Thing { id: ID }
  type Book implements Thing { id: ID }
`);
const operations = [
  { client: "the citizens' app", name: 'Home', document: 'query Home { me { name } thing { id } }' },
  { client: "the officers' desk", name: 'Desk', document: 'query Desk { me { name nickname } }' },
];
const line = (operation: string, status = 200) =>
  JSON.stringify({ level: 30, operation, status, ms: 3, caller: 'citizen', msg: 'answered' });

describe('the use of fields', () => {
  const of = (lines: readonly string[]) => {
    const { fields, unknown } = fieldUse(lines, operations, schema);
    return { unknown, fields: new Map(fields.map((field) => [field.coordinate, field])) };
  };

  it('is counted by client and operation', () => {
    const { fields } = of([line('Home'), line('Home'), line('Desk')]);

    expect(fields.get('Person.name')).toMatchObject({
      requests: 3,
      by: [
        { client: "the citizens' app", operation: 'Home', requests: 2 },
        { client: "the officers' desk", operation: 'Desk', requests: 1 },
      ],
    });
  });

  it('shows who still asks for what is to go', () => {
    expect(of([line('Desk')]).fields.get('Person.nickname')).toEqual({
      coordinate: 'Person.nickname',
      deprecated: 'Since 2026-11-01: use name',
      requests: 1,
      by: [{ client: "the officers' desk", operation: 'Desk', requests: 1 }],
    });
    expect(of([line('Home')]).fields.get('Person.nickname')?.requests).toBe(0);
  });

  it('counts a field of an interface for each type that it may be', () => {
    expect(of([line('Home')]).fields.get('Book.id')?.requests).toBe(1);
  });

  it('tells how much nobody knows, and passes over what is no answer', () => {
    const { fields, unknown } = of([line('other'), line('Home', 503), '{"msg":"ready"}', 'no JSON "answered"', '']);

    expect(unknown).toBe(1);
    expect([...fields.values()].every(({ requests }) => requests === 0)).toBe(true);
  });
});
