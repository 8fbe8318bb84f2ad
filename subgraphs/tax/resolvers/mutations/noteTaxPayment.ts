import { forbidden } from '#kit/errors.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { amountInMinorUnits } from '../../rules/newBilling.ts';
import { checkBankReceipt } from '../../rules/payment.ts';
import { mayNotePayments } from '../../rules/visibility.ts';
import type { UseCase } from './useCase.ts';

export const noteTaxPayment: UseCase<'noteTaxPayment'> = (_root, { input }, { principal, loaders, disclosures }) =>
  orUserErrors<{ stateReceipt: string | null; paidAt: Date | null }>({ stateReceipt: null, paidAt: null }, async () => {
    if (!mayNotePayments(principal)) throw forbidden('Only the service account of a bank notes payments.');
    const { billingCode: code, amount, bankReceipt } = input;
    checkBankReceipt(bankReceipt);
    const billing = await loaders.billings.pay({ code, amountMinor: amountInMinorUnits(amount), bankReceipt });
    if (billing.citizenId !== null) disclosures.noteRead('Mutation.noteTaxPayment', [billing.citizenId]);
    return { stateReceipt: billing.payment?.stateReceipt ?? null, paidAt: billing.payment?.paidAt ?? null };
  });
