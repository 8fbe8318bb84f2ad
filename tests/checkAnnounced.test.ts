import { describe, expect, it } from '@jest/globals';
import { checkChange } from '../scripts/check/checkChange.ts';
import { graphAt, NoSuchVersion } from '../scripts/check/graphAt.ts';
import { passes } from '../scripts/check/report.ts';
import {
  agencies,
  before,
  type Change,
  checked,
  found,
  home,
  inRegister,
  operations,
  shelf,
  written,
} from './support/smallChange.ts';

describe('the check of a change', () => {
  it('finds nothing where nothing changed, and lets it pass', () => {
    const concerns = checkChange(before, written(agencies), operations, '[]');

    expect(concerns).toEqual([]);
    expect(passes(concerns)).toBe(true);
  });

  it('lets pass what is only added, also when it is stricter than before', () => {
    const concerns = checked(
      inRegister(
        '  name: String',
        '  nickname: String @personal(class: GENERAL)\n  "Name"\n  name: String @requiresScopes(scopes: [["name"]])',
      ),
    );

    expect(concerns).toEqual([]);
  });

  it('finds a field that is not marked personal any more', () => {
    const change = inRegister(
      'name: String @personal(class: GENERAL)',
      'name: String @impersonal(because: "it is written on the door")',
    );

    expect(found(checked(change), 'personal', 'Person.name')?.message).toContain('not marked personal any more');
  });

  it('finds a whole type that is opened, in each of its fields', () => {
    const change: Change = { agency: 'library', from: 'type Loan @authenticated', to: 'type Loan @public' };

    const opened = checked(change).filter(({ check }) => check === 'access');
    expect(opened.map(({ coordinate }) => coordinate)).toEqual(['Loan.book', 'Loan.until']);
    expect(found(opened, 'access', 'Loan.until')?.uses).toEqual([home]);
  });

  const opening = inRegister(' @requiresScopes(scopes: [["phone"]])', '');
  const announcement = {
    check: 'access',
    coordinate: 'Person.phone',
    since: '2026-11-24',
    why: 'everybody sees their own',
  };

  it('lets pass what was announced, and still shows it', () => {
    const concerns = checked(opening, JSON.stringify([announcement]));

    expect(passes(concerns)).toBe(true);
    expect(found(concerns, 'access', 'Person.phone')?.message).toContain('announced on 2026-11-24');
  });

  it('takes no announcement of something else, and none without a reason', () => {
    expect(passes(checked(opening, JSON.stringify([{ ...announcement, coordinate: 'Person.name' }])))).toBe(false);
    expect(() => checked(opening, JSON.stringify([{ ...announcement, why: '' }]))).toThrow();
  });

  it('lets nobody announce that a recorded operation is broken', () => {
    const change: Change = { agency: 'library', from: 'title: String', to: 'name: String' };
    const announced = ['breaking', 'operations'].flatMap((check) =>
      ['Book.title', 'Shelf'].map((coordinate) => ({ ...announcement, check, coordinate })),
    );

    const concerns = checked(change, JSON.stringify(announced));
    expect(found(concerns, 'breaking', 'Book.title')?.weight).toBe('NOTE');
    expect(found(concerns, 'operations', 'Shelf')?.weight).toBe('MEND');
  });

  it('remembers that programs which are out still ask what was recorded before', () => {
    const change: Change = { agency: 'library', from: 'title: String', to: 'name: String' };
    const renewed = operations.map((operation) => ({
      ...operation,
      document: operation.document.replace('title', 'name'),
    }));

    const concern = found(checked(change, '[]', renewed), 'operations', 'Shelf');
    expect(concern).toMatchObject({ weight: 'ANNOUNCE', uses: [shelf] });
    expect(concern?.message).toContain('as recorded before');
  });

  it('says where composition itself finds a fault', () => {
    const [concern] = checked({
      agency: 'library',
      from: 'type Person @key(fields: "id")',
      to: 'type Person @key(fields: "nothing")',
    });

    expect(concern).toMatchObject({ check: 'schema', weight: 'MEND', agencies: ['library'] });
  });
});

describe('the committed graph', () => {
  it('is read with its operations and their clients', () => {
    const { supergraph, api, operations: recorded } = graphAt('HEAD');

    expect(supergraph).toContain('join__Graph');
    expect(api).toContain('type Query');
    expect(recorded).toContainEqual(expect.objectContaining({ name: 'CitizenDashboard', client: "the citizens' app" }));
  });

  it.each(['no-such-version', '--output=/tmp/x'])('is not read from %s', (ref) => {
    expect(() => graphAt(ref)).toThrow(NoSuchVersion);
  });
});
