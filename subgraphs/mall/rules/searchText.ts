/** A text as it is searched and sorted by: small letters and digits only, without accents; one space between words. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mark}'’`]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The different words of some texts, as they are searched by. */
export function wordsOf(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => normalised(text).split(' ')))].filter((word) => word !== '');
}

/** Matches what begins with a normalised text. An anchored pattern without special characters reads a range of an index. */
export function beginningWith(normalisedText: string): RegExp {
  return new RegExp(`^${normalisedText}`);
}
