import type { ReturnReceipt, TaxClearanceRecord, TaxpayerRecord, TaxReturnRecord } from '../model.ts';
import { annualDueDay, isAnnualReturnFiled, taxDay, yearsAskedFor } from './annualReturn.ts';

export type Clearance = TaxClearanceRecord;
export type ClearanceReason = Clearance['reasons'][number];

type Taxpayer = Pick<TaxpayerRecord, 'kind' | 'status' | 'nikMatched' | 'registeredOn'>;
type Returns = readonly Pick<TaxReturnRecord, 'form' | 'taxYear' | 'status'>[];

/**
 * Konfirmasi Status Wajib Pajak: whether a public service may be given to a taxpayer, with every reason against it.
 *
 * Source: PER-43/PJ/2015; PMK 147/PMK.01/2020; Inpres 7/2015: not valid when name and number are not matched, or the
 * annual returns of the last two years are missing.
 */
export function confirmStatus(taxpayer: Taxpayer, returns: Returns, now: Date): Clearance {
  const today = taxDay(now);
  const reasons: ClearanceReason[] = [];
  if (taxpayer.nikMatched === false) reasons.push('NAME_MISMATCH');
  if (taxpayer.status !== 'ACTIVE') reasons.push('TAXPAYER_NOT_ACTIVE');
  if (yearsMissing(taxpayer, returns, now).length > 0) reasons.push('RETURNS_NOT_FILED');
  if (reasons.length > 0) return invalid(reasons, now);
  return { status: 'VALID', reasons: [], checkedAt: now, validUntil: nextDueDay(taxpayer, today) };
}

/** The tax years whose annual returns a clearance asks for and the register lacks, the earlier first. */
export function yearsMissing(
  taxpayer: Pick<TaxpayerRecord, 'kind' | 'registeredOn'>,
  returns: Returns,
  now: Date,
): number[] {
  return yearsAskedFor(taxpayer, taxDay(now)).filter(
    (year) => !returns.some((taxReturn) => isAnnualReturnFiled(taxReturn, year)),
  );
}

/** The returns of a register together with those whose receipts were handed in and are not in it yet. */
export function withReceipts(returns: Returns, receipts: readonly Pick<ReturnReceipt, 'form' | 'taxYear'>[]): Returns {
  return [...returns, ...receipts.map(({ form, taxYear }) => ({ form, taxYear, status: 'FILED_LATE' as const }))];
}

/** The answer for a number that nobody has. */
export function statusOfNobody(now: Date): Clearance {
  return invalid(['TAXPAYER_NOT_FOUND'], now);
}

function invalid(reasons: ClearanceReason[], now: Date): Clearance {
  return { status: 'INVALID', reasons, checkedAt: now, validUntil: null };
}

/** Until this day the same returns are enough. */
function nextDueDay(taxpayer: Taxpayer, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const dueDay = annualDueDay(taxpayer.kind, year - 1);
  return dueDay !== null && today <= dueDay ? dueDay : annualDueDay(taxpayer.kind, year);
}
