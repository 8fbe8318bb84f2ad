import type { TaxForm, TaxpayerKind, TaxReturnRecord } from '../model.ts';

const westernTimeMs = 7 * 3_600_000;

/** The day of a moment in Western Indonesian Time, by which the tax administration counts, `YYYY-MM-DD`. */
export function taxDay(moment: Date): string {
  return new Date(moment.getTime() + westernTimeMs).toISOString().slice(0, 10);
}

/**
 * The last day on which the annual return of a year is in time: 31 March of the next year for a person, 30 April for an
 * entity. A government body files none.
 *
 * Source: UU 28/2007, article 3 (3).
 */
export function annualDueDay(kind: TaxpayerKind, taxYear: number): string | null {
  if (kind === 'GOVERNMENT') return null;
  return `${taxYear + 1}-${kind === 'INDIVIDUAL' ? '03-31' : '04-30'}`;
}

/** The last tax year whose annual return is due: its last day has passed. */
export function lastDueYear(kind: TaxpayerKind, today: string): number {
  const year = Number(today.slice(0, 4)) - 1;
  const dueDay = annualDueDay(kind, year);
  return dueDay !== null && today > dueDay ? year : year - 1;
}

/** The tax years whose annual returns a clearance asks for: the last two due, but none before the registration. */
export function yearsAskedFor(
  taxpayer: { readonly kind: TaxpayerKind; readonly registeredOn: string },
  today: string,
): number[] {
  if (taxpayer.kind === 'GOVERNMENT') return [];
  const last = lastDueYear(taxpayer.kind, today);
  return [last - 1, last].filter((year) => year >= Number(taxpayer.registeredOn.slice(0, 4)));
}

/** Whether a return is the annual one of this year and was filed, in time or not. */
export function isAnnualReturnFiled(
  taxReturn: Pick<TaxReturnRecord, 'form' | 'taxYear' | 'status'>,
  taxYear: number,
): boolean {
  return isAnnual(taxReturn.form) && taxReturn.taxYear === taxYear && taxReturn.status !== 'NOT_FILED';
}

function isAnnual(form: TaxForm): boolean {
  return form !== 'VAT_MONTHLY';
}
