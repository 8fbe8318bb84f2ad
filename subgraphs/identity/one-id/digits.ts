/** What somebody typed as a number, as plain digits: without spaces, dots and dashes, full-width digits made narrow. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s.-]/g, '');
}
