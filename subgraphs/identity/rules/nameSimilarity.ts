/**
 * How alike two names are: 100 for the same words in any order, 0 for nothing in common. Case, accents, punctuation and
 * spacing do not count, since registers write them differently.
 *
 * It is 100 × (1 − edit distance ÷ length of the longer name), rounded down, so that a name never reaches a threshold by
 * rounding. Of the given order of words and the alphabetical one, the better counts.
 */
export function nameSimilarity(one: string, other: string): number {
  const [words, otherWords] = [wordsOf(one), wordsOf(other)];
  return Math.max(likeness(words, otherWords), likeness(words.toSorted(), otherWords.toSorted()));
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function likeness(words: readonly string[], otherWords: readonly string[]): number {
  const [one, other] = [[...words.join(' ')], [...otherWords.join(' ')]];
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 0 : Math.floor((100 * (longer - editDistance(one, other))) / longer);
}

/** The least number of characters to add, remove or replace (Levenshtein), one row of the table at a time. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, character] of one.entries()) {
    const next = [index + 1];
    for (const [column, otherCharacter] of other.entries()) {
      const replaced = (row[column] ?? 0) + (character === otherCharacter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
