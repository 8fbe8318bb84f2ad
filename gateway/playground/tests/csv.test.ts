import { describe, expect, it } from '@jest/globals';
import { csvOf, listsIn } from '../csv.ts';

const lines = (rows: Parameters<typeof csvOf>[0]) => csvOf(rows).slice(1).trim().split('\r\n');

describe('the lists of an answer', () => {
  it('are found wherever they stand, pages as the list of their nodes', () => {
    const found = listsIn({
      me: {
        applications: { totalCount: 2, edges: [{ cursor: 'a', node: { id: 1 } }, { node: { id: 2 } }] },
        businesses: [
          { nib: '1', licenses: [{ id: 'x' }] },
          { nib: '2', licenses: [{ id: 'y' }] },
        ],
        tags: ['plain'],
      },
    });
    expect(found.map(({ path, rows }) => [path, rows.length])).toEqual([
      ['me.applications', 2],
      ['me.businesses', 2],
      ['me.businesses.licenses', 2],
    ]);
    expect(found[0]?.rows).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('are none where nothing was found, or only nulls', () => {
    expect(listsIn({ me: null, list: [null] })).toEqual([]);
    expect(listsIn(null)).toEqual([]);
  });
});

describe('a list as CSV', () => {
  it('has a column for each value of any row, those of objects by their path, and lists by their length', () => {
    const rows = [
      { id: 1, service: { name: 'KTP' } },
      { id: 2, service: null, fees: [{}, {}], words: ['a', 'b'] },
    ];
    expect(lines(rows)).toEqual(['id,service.name,service,fees,words', '1,KTP,,,', '2,,,2,a; b']);
  });

  it('quotes what would end a cell', () => {
    expect(lines([{ text: 'say "no", twice' }])).toEqual(['text', '"say ""no"", twice"']);
    expect(csvOf([{ text: 'two\nlines' }])).toContain('"two\nlines"');
  });

  it.each(['=1+1', '+62812', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1'])(
    'writes %j as text that no spreadsheet runs',
    (text) => expect(csvOf([{ text }])).toContain(`"'${text}"`),
  );

  it('leaves numbers and ordinary words as they are', () => {
    expect(lines([{ amount: -5, word: 'a=b', isOpen: true, none: null }])).toEqual([
      'amount,word,isOpen,none',
      '-5,a=b,true,',
    ]);
  });

  it('says that it is UTF-8', () => expect(csvOf([{ a: 1 }]).startsWith('\uFEFF')).toBe(true));
});
