import { rupiah } from '#kit/scalars/money.ts';
import type { BillingCodeResolvers } from '../generated/resolvers.ts';
import { billingStatus } from '../rules/billing.ts';

export const BillingCode: BillingCodeResolvers = {
  __resolveReference: ({ billingCode }, { loaders }) => loaders.billingByCode.load(billingCode),
  billingCode: (billing) => billing._id,
  amount: ({ amountMinor }) => rupiah(amountMinor),
  status: (billing, _arguments, { now }) => billingStatus(billing, now),
  bankReceipt: ({ payment }) => payment?.bankReceipt ?? null,
  application: ({ applicationId }, _arguments, { loaders }) =>
    applicationId === null ? null : loaders.applicationById.load(applicationId),
  stateReceipt: ({ payment }) => payment?.stateReceipt ?? null,
};
