import type { Language } from '../scopes.ts';

/**
 * The language of a page: what was asked for on the page or by the relying party (`ui_locales`), else what the browser
 * prefers, else Indonesian.
 */
export function languageOf(asked: unknown, accepted: string | undefined): Language {
  for (const wish of [...wishesIn(asked), ...wishesIn(accepted)]) {
    const language = wish.trim().toLowerCase().split(/[-;_]/)[0];
    if (language === 'id' || language === 'en') return language;
    // The code that Indonesian had before 1989; older browsers still send it.
    if (language === 'in') return 'id';
  }
  return 'id';
}

function wishesIn(text: unknown): string[] {
  return typeof text === 'string' ? text.split(/[ ,]/) : [];
}
