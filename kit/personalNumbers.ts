/**
 * NIK, family card and NPWP 16 have 16 digits, NPWP 15 has 15, NITKU 22; written plain or with dots, dashes and the like
 * between. A longer run may be two of them.
 */
const personalNumber = /(?<!\d)\d(?:[._\- ]{0,2}\d){14,}/g;

/**
 * Hides every run of 15 digits or more, so that no personal number reaches a log line or an error message. Other forms
 * of the same digits (full-width ones, say) count as digits, and become plain where a number is hidden.
 */
export function maskPersonalNumbers(text: string): string {
  const plain = text.normalize('NFKC');
  const masked = plain.replace(personalNumber, '[number hidden]');
  return masked === plain ? text : masked;
}

/**
 * An id that can be read in a log: one that looks like a personal number, as now and then a UUID does, is drawn again.
 *
 * @param draw makes a random id
 */
export function legibleId(draw: () => string): string {
  for (;;) {
    const id = draw();
    if (id.search(personalNumber) < 0) return id;
  }
}

/** Shows the last four digits only: the first six of a NIK would tell the region, the next six the birth date. */
export function showLastFour(number: string): string {
  return `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
}
