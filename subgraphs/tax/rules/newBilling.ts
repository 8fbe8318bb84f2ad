import { badInput } from '#kit/errors.ts';
import { Faults } from '#kit/userErrors.ts';

/** More unpaid codes of one taxpayer at once are a mistake. */
export const mostUnpaid = 20;

const amountForm = /^\d{1,12}(\.00)?$/;
const depositTypeForm = /^\d{3}$/;

/** Kode Akun Pajak: the accounts that taxpayers pay to most. Source: PER-09/PJ/2020 as changed by PER-22/PJ/2021. */
export const taxAccounts: Readonly<Record<string, string>> = {
  '411121': 'PPh Pasal 21',
  '411122': 'PPh Pasal 22',
  '411124': 'PPh Pasal 23',
  '411125': 'PPh Pasal 25/29 Orang Pribadi',
  '411126': 'PPh Pasal 25/29 Badan',
  '411127': 'PPh Pasal 26',
  '411128': 'PPh Final',
  '411211': 'PPN Dalam Negeri',
};

/** What a code is asked for. */
export interface BillingOrder {
  readonly amount: string;
  readonly accountCode: string;
  readonly depositTypeCode: string;
  /** Whether the citizen is a taxpayer. */
  readonly isRegistered: boolean;
  /** How many codes of the taxpayer can be paid now. */
  readonly unpaid: number;
  /** False for an application that the caller has not made. */
  readonly applicationKnown: boolean;
}

/** Reads an amount, `150000` or `150000.00`. Taxes are whole rupiah. @throws BAD_USER_INPUT */
export function amountInMinorUnits(amount: string): number {
  const minor = amountForm.test(amount) ? Number.parseInt(amount, 10) * 100 : 0;
  if (minor === 0) throw badInput('An amount is a whole number of rupiah above zero, such as 150000.', 'input.amount');
  return minor;
}

/** Checks an order for a billing code. @returns the amount in hundredths of a rupiah @throws ManyFaults */
export function checkBillingOrder(order: BillingOrder): number {
  const faults = new Faults();
  const amountMinor = faults.check(() => amountInMinorUnits(order.amount)) ?? 0;
  if (!Object.hasOwn(taxAccounts, order.accountCode)) {
    faults.add(`The account (KAP) is one of ${Object.keys(taxAccounts).join(', ')}.`, 'input.accountCode');
  }
  if (!depositTypeForm.test(order.depositTypeCode)) {
    faults.add('The kind of deposit (KJS) has three digits, such as 100.', 'input.depositTypeCode');
  }
  if (!order.isRegistered) faults.add('You are not registered as a taxpayer.');
  if (!order.applicationKnown) faults.add('You have made no such application.', 'input.applicationId');
  if (order.unpaid >= mostUnpaid) faults.add(`You have ${mostUnpaid} codes to pay already.`);
  faults.assertNone();
  return amountMinor;
}
