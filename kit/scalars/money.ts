/** Money as the graph shows it: a decimal text, so that no client rounds it, and the ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/**
 * Money from the store's integer minor units (hundredths of a rupiah).
 *
 * @throws RangeError for a number that is not a safe integer
 */
export function rupiah(minorUnits: number): Money {
  if (!Number.isSafeInteger(minorUnits)) throw new RangeError('Money is stored in whole minor units.');
  const sign = minorUnits < 0 ? '-' : '';
  const digits = String(Math.abs(minorUnits)).padStart(3, '0');
  return { amount: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: 'IDR' };
}
