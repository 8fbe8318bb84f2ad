import { describe, expect, it } from '@jest/globals';
import type { Concern } from '../schema/checks/change/graphVersion.ts';
import { checkChange } from '../scripts/check/checkChange.ts';
import { passes, report } from '../scripts/check/report.ts';
import {
  before,
  type Change,
  changed,
  checked,
  found,
  home,
  inRegister,
  operations,
  shelf,
} from './support/smallChange.ts';

const faults: readonly [
  fault: string,
  change: Change,
  check: Concern['check'],
  coordinate: string,
  message: string,
  uses: Concern['uses'],
][] = [
  [
    'a removed field that is in use',
    { agency: 'library', from: '  "What it is called"\n  title: String\n', to: '' },
    'breaking',
    'Book.title',
    'was removed',
    [shelf],
  ],
  [
    'a narrowed type',
    inRegister('due: Float', 'due: Int'),
    'breaking',
    'Person.due',
    'changed type from Float to Int',
    [home],
  ],
  [
    'a field that is made more open',
    inRegister(' @requiresScopes(scopes: [["phone"]])', ''),
    'access',
    'Person.phone',
    'asked for a signed-in caller with phone, and now for a signed-in caller',
    [home],
  ],
  [
    'a lost description',
    inRegister('  "What the person is called"\n', ''),
    'schema',
    'Person.name',
    'has no description',
    [home],
  ],
  [
    'a non-null across agencies',
    {
      agency: 'library',
      from: `type Loan @authenticated {\n  "The book"\n  book: Book`,
      to: 'type Shop @key(fields: "id", resolvable: false) @public { id: ID! }\ntype Loan @authenticated {\n  "The shop"\n  shop: Shop!\n  "The book"\n  book: Book',
    },
    'schema',
    'Loan.shop',
    'leads to an entity of another agency, so it must be nullable',
    [],
  ],
  [
    'a changed key',
    inRegister('@key(fields: "id") @key(fields: "number")', '@key(fields: "id")'),
    'keys',
    'Person',
    'has no key "number" at register any more; it has "id"',
    [home],
  ],
  [
    'a list without a limit',
    { agency: 'library', from: 'loans: [Loan!] @listSize(assumedSize: 5)', to: 'loans: [Loan!]' },
    'schema',
    'Person.loans',
    'is a list without a limit',
    [home],
  ],
  [
    'a plan that has grown by a step',
    { agency: 'library', from: '  "The signed-in person"\n  me: Person @shareable @authenticated\n', to: '' },
    'plans',
    'Home',
    'takes 2 calls in 2 steps, before 2 in 1',
    [home],
  ],
  [
    'a removed value of an enum',
    inRegister('  "Not well"\n  POOR\n', ''),
    'breaking',
    'Standing.POOR',
    'was removed from enum type Standing',
    [home],
  ],
  [
    'a broken operation',
    { agency: 'library', from: 'book("Its number" id: ID!)', to: 'book("Its number" id: Int!)' },
    'operations',
    'Shelf',
    'Variable "$id" of type "ID!" used in position expecting type "Int!"',
    [shelf],
  ],
];

describe('the check of a change', () => {
  it.each(faults)('finds %s, with client and operation', (_fault, change, check, coordinate, message, uses) => {
    const concerns = checked(change);

    const concern = found(concerns, check, coordinate);
    expect(concern?.message).toContain(message);
    expect(concern?.uses).toEqual(uses);
    expect(concern?.agencies).toEqual(['plans', 'operations'].includes(check) ? [] : [change.agency]);
    expect(passes(concerns)).toBe(false);
    const written = report(concerns, 'people', 'subgraphs');
    for (const { client, operation } of uses) expect(written).toContain(`used by ${operation} of ${client}`);
  });
});

describe('the report of a check', () => {
  const change: Change = {
    agency: 'library',
    from: '  "What it is called"\n  title: String\n',
    to: '  "Pages"\n  pages: Int\n',
  };

  it('for GitHub leads to the line of the schema', () => {
    const place = changed(change);
    const line = report(checkChange(before, place, operations, '[]'), 'github', place)
      .split('\n')
      .find((one) => one.includes('title=breaking'));

    expect(line).toBe(
      '::error file=subgraphs/library/schema.graphql,line=23,title=breaking::Book.title was removed%0Aused by Shelf of the public pages',
    );
  });

  it('for programs is one object', () => {
    const { passed, concerns } = JSON.parse(report(checked(change), 'json', 'subgraphs'));

    expect(passed).toBe(false);
    expect(concerns).toContainEqual(expect.objectContaining({ coordinate: 'Book.title', uses: [shelf] }));
  });
});
