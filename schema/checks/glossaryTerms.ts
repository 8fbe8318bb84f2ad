import type { DocumentNode } from 'graphql';
import { descriptionsOf, type Finding } from './lint.ts';

/** A line of docs/glossary.md: what something is called by law, and what it is called in code. */
export interface GlossaryTerm {
  /** The Indonesian term, its parts and its abbreviation, in lower case. */
  readonly words: readonly string[];
  /** `Type`, `Type.field`, `field` or `VALUE` */
  readonly names: readonly string[];
}

/**
 * Reads the tables of docs/glossary.md that have a term, its name in code and its meaning.
 *
 * @throws Error when there are none: the page then has another form
 */
export function readGlossary(text: string): GlossaryTerm[] {
  const terms = text.split('\n').flatMap((line): GlossaryTerm[] => {
    const [, term = '', inCode = '', meaning] = line.split('|').map((cell) => cell.trim());
    const names = [...inCode.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    if (!meaning || names.length === 0) return [];
    const words = term.split(/[,/()]/).map((word) => word.trim().toLowerCase());
    return [{ words: words.filter((word) => word.length > 1), names }];
  });
  if (terms.length === 0) throw new Error('docs/glossary.md has no table of terms and their names in code.');
  return terms;
}

/**
 * Finds descriptions that leave out what the law and the people call a thing: where the glossary has an Indonesian term for
 * a type, a field or an enum's value, its description has that term, or a part of it, beside the English words.
 */
export function missingTerms(agency: string, schema: DocumentNode, glossary: readonly GlossaryTerm[]): Finding[] {
  return descriptionsOf(schema).flatMap(([coordinate, description]) => {
    const member = coordinate.split('.').at(-1) ?? coordinate;
    const about = glossary.filter(({ names }) => names.some((name) => name === coordinate || name === member));
    const said = description.toLowerCase();
    if (about.length === 0 || about.some(({ words }) => words.some((word) => says(said, word)))) return [];
    const terms = about.map(({ words }) => words[0]).join(', ');
    return [{ agency, coordinate, message: `has to be described by its Indonesian term too (${terms})` }];
  });
}

function says(text: string, word: string): boolean {
  return ` ${text.replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${word.replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `);
}
