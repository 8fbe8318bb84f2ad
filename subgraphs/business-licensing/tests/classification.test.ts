import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '#kit/errors.ts';
import { classifications } from '../kbli/classifications.ts';
import { classificationId } from '../model.ts';
import { classificationSearch, normalisedWords, placesInTree } from '../rules/classificationSearch.ts';

const of2020 = classifications.filter(({ version }) => version === 'KBLI_2020');
const of2025 = classifications.filter(({ version }) => version === 'KBLI_2025');

describe('the sample of the classification', () => {
  it('holds 100 to 150 activities of 2020 and a handful of 2025', () => {
    expect(of2020.length).toBeGreaterThanOrEqual(100);
    expect(of2020.length).toBeLessThanOrEqual(150);
    expect(of2025.length).toBeGreaterThanOrEqual(5);
  });

  it('writes every code with five digits, and none twice in one edition', () => {
    expect(classifications.filter(({ code }) => !/^\d{5}$/.test(code))).toEqual([]);
    expect(new Set(classifications.map(({ _id }) => _id)).size).toBe(classifications.length);
  });

  it('gives every activity a risk at one scale or more, and never a lower one at a larger scale', () => {
    const order = ['LOW', 'MEDIUM_LOW', 'MEDIUM_HIGH', 'HIGH'];
    for (const { risks } of classifications) {
      const levels = risks.map(({ level }) => order.indexOf(level));
      expect(levels.length).toBeGreaterThan(0);
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
  });

  it('files every code of 2020 under the category that its division belongs to', () => {
    const lastDivision: readonly (readonly [number, string])[] = [
      [3, 'A'],
      [9, 'B'],
      [33, 'C'],
      [35, 'D'],
      [39, 'E'],
      [43, 'F'],
      [47, 'G'],
      [53, 'H'],
      [56, 'I'],
      [63, 'J'],
      [66, 'K'],
      [68, 'L'],
      [75, 'M'],
      [82, 'N'],
      [84, 'O'],
      [85, 'P'],
      [88, 'Q'],
      [93, 'R'],
      [96, 'S'],
    ];
    for (const { code, category } of of2020) {
      const division = Number(code.slice(0, 2));
      expect([code, category]).toEqual([code, lastDivision.find(([last]) => division <= last)?.[1]]);
    }
  });

  it('keeps the letters of the two editions apart: real estate is L in 2020 and M in 2025', () => {
    expect(of2020.find(({ code }) => code.startsWith('68'))?.category).toBe('L');
    expect(of2025.find(({ code }) => code.startsWith('68'))?.category).toBe('M');
  });

  it('gives a code that both editions know its own record in each', () => {
    const titles = (['KBLI_2020', 'KBLI_2025'] as const).map(
      (version) => classifications.find(({ _id }) => _id === classificationId(version, '56101'))?.title,
    );
    expect(titles).toEqual(['Restoran', 'Aktivitas Penyediaan Makanan di Bangunan Tetap']);
  });
});

describe('the search for an activity', () => {
  const search = (text: string) => classificationSearch({ version: 'KBLI_2020', search: text }).conditions.slice(1);

  it('looks for the beginning of every word', () => {
    expect(search('Warung  mak')).toEqual([{ words: /^warung/ }, { words: /^mak/ }]);
  });

  it('takes digits for a code or its beginning', () => {
    expect(search('551')).toEqual([{ within: '551' }]);
  });

  it('cannot be given the meaning of an expression by what a client writes', () => {
    expect(search('.*|^(hotel$')).toEqual([{ words: /^hotel/ }]);
  });

  it.each(['a', '  ', '?!'])('is refused when there is nothing to look for (%j)', (text) => {
    expect(() => search(text)).toThrow(ServiceError);
  });

  it('is refused when it is too long', () => {
    expect(() => search('satu dua tiga empat lima enam')).toThrow(ServiceError);
  });

  it('keeps to a category or to the beginning of a code', () => {
    const { conditions } = classificationSearch({ version: 'KBLI_2020', parent: 'i' });
    expect(conditions).toEqual([{ version: 'KBLI_2020' }, { within: 'I' }]);
  });

  it.each(['Z', '5', '123456', 'I5'])('refuses %s as a parent', (parent) => {
    expect(() => classificationSearch({ version: 'KBLI_2020', parent })).toThrow(ServiceError);
  });
});

describe('the stored fields that a search reads', () => {
  it('are the words of a title in small letters, without accents and marks', () => {
    expect(normalisedWords('Rumah/Warung Makan, Café')).toEqual(['rumah', 'warung', 'makan', 'cafe']);
  });

  it('are the category and every beginning of the code', () => {
    expect(placesInTree('I', '55110')).toEqual(['I', '55', '551', '5511', '55110']);
  });
});
