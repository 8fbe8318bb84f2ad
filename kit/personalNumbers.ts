/** NIK, family card and NPWP 16 have 16 digits, NPWP 15 has 15, NITKU 22; written plain or with dots and dashes. */
const personalNumber = /(?<![\d.])\d(?:[.\- ]?\d){14,21}(?!\d)/g;

/** Hides every run of 15 to 22 digits, so that no personal number reaches a log line or an error message. */
export function maskPersonalNumbers(text: string): string {
  return text.replace(personalNumber, '[number hidden]');
}

/** Shows the last four digits only: the first six of a NIK would tell the region, the next six the birth date. */
export function showLastFour(number: string): string {
  return `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
}
