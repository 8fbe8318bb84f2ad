import { dayOf, daysAfter } from '#kit/sandbox/calendar.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { Filing, TaxReturnRecord } from '../model.ts';
import { annualDueDay, lastDueYear } from '../rules/annualReturn.ts';
import type { TaxFile } from './taxpayers.ts';

const annualReturnsKept = 3;
const monthlyReturnsKept = 6;

/** The returns of a taxpayer: the annual ones of the last years that were due, and the last months' of value added tax. */
export function returnsOf(file: TaxFile, today: string): TaxReturnRecord[] {
  return [...annualReturns(file, today), ...(file.profile.vatRegistered ? monthlyReturns(file, today) : [])];
}

function annualReturns({ taxpayer, profile }: TaxFile, today: string): TaxReturnRecord[] {
  const last = lastDueYear(taxpayer.kind, today);
  const years = Array.from({ length: annualReturnsKept }, (_, before) => last - before);
  return years.flatMap((taxYear, before) => {
    const dueOn = annualDueDay(taxpayer.kind, taxYear);
    if (dueOn === null || taxYear < Number(taxpayer.registeredOn.slice(0, 4))) return [];
    const id = opaqueId('spt', taxpayer._id, taxYear);
    const due = { _id: id, taxpayerId: taxpayer._id, form: profile.form, taxYear, period: null, dueOn };
    return [before < profile.unfiled ? notFiled(due) : filed(due, today)];
  });
}

function monthlyReturns({ taxpayer }: TaxFile, today: string): TaxReturnRecord[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: monthlyReturnsKept }, (_, before) => {
    // The return of a month is due on the last day of the next one: the first asked for is that of two months ago.
    const first = new Date(Date.UTC(year, month - 3 - before, 1));
    const dueOn = dayOf(new Date(Date.UTC(year, month - 1 - before, 0)));
    const [taxYear, period] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    const id = opaqueId('spt', taxpayer._id, taxYear, period);
    return filed({ _id: id, taxpayerId: taxpayer._id, form: 'VAT_MONTHLY', taxYear, period, dueOn }, today);
  });
}

type DueReturn = Omit<TaxReturnRecord, 'status' | 'filing'>;

function notFiled(due: DueReturn): TaxReturnRecord {
  return { ...due, status: 'NOT_FILED', filing: null };
}

function filed(due: DueReturn, today: string): TaxReturnRecord {
  const random = new Random(`filing ${due._id}`);
  const lateDay = daysLater(due.dueOn, random.whole(1, 60));
  if (random.chance(0.08) && lateDay <= today) return { ...due, status: 'FILED_LATE', filing: filing(lateDay, random) };
  const inTime = filing(daysLater(due.dueOn, -random.whole(0, 24)), random);
  return { ...due, status: random.chance(0.04) ? 'AMENDED' : 'FILED', filing: inTime };
}

function filing(filedOn: string, random: Random): Filing {
  return {
    filedOn,
    receiptNumber: `BPE-CONTOH-${filedOn.slice(0, 4)}-${random.digits(8)}`,
    balance: random.pick(['NIL', 'NIL', 'NIL', 'UNDERPAID', 'OVERPAID']),
  };
}

function daysLater(day: string, days: number): string {
  return dayOf(daysAfter(new Date(day), days));
}
