import { describe, expect, it } from '@jest/globals';
import { nameSimilarity } from '../rules/nameSimilarity.ts';

describe('the similarity of two names', () => {
  it('is 100 for the same name', () => {
    expect(nameSimilarity('Sari Contohwati', 'Sari Contohwati')).toBe(100);
  });

  it.each([
    ['case', 'SARI CONTOHWATI', 'sari contohwati'],
    ['accents', 'Andrè Contoh', 'Andre Contoh'],
    ['spacing', '  Sari   Contohwati ', 'Sari Contohwati'],
    ['punctuation', 'Sari Contoh-Wati, S.E.', 'Sari Contoh Wati S E'],
    ['apostrophes', "Nur'aini Contoh", 'Nuraini Contoh'],
    ['the order of words', 'Contohwati Sari', 'Sari Contohwati'],
  ])('does not count %s', (_what, one, other) => {
    expect(nameSimilarity(one, other)).toBe(100);
  });

  it('counts every character that differs against the longer name, and rounds down', () => {
    expect(nameSimilarity('Sari Contohwati', 'Sari Contohwatu')).toBe(93); // 14 of 15
    expect(nameSimilarity('Muhammad Umpama', 'Mohamad Umpama')).toBe(86); // one replaced, one left out, of 15
  });

  it('is low for a word left out, so that a first name alone does not pass', () => {
    expect(nameSimilarity('Sari', 'Sari Contohwati')).toBe(26); // 4 of 15
  });

  it('is low for another person', () => {
    expect(nameSimilarity('Bagus Ibaratno', 'Sari Contohwati')).toBeLessThan(50);
  });

  it('is 0 when nothing is in common, or nothing is left to compare', () => {
    expect(nameSimilarity('Aaa', 'Bbb')).toBe(0);
    expect(nameSimilarity('', 'Sari')).toBe(0);
    expect(nameSimilarity('...', '---')).toBe(0);
  });

  it('is the same in both directions', () => {
    expect(nameSimilarity('Teuku Umpama', 'T. Umpama')).toBe(nameSimilarity('T. Umpama', 'Teuku Umpama'));
  });
});
