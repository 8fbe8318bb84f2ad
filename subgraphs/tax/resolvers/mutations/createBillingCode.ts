import { requestOf } from '#kit/application/request.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { NewBilling } from '../../billings.ts';
import type { CreateBillingCodeInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { BillingCodeRecord } from '../../model.ts';
import { checkBillingOrder } from '../../rules/newBilling.ts';
import type { UseCase } from './useCase.ts';

export const createBillingCode: UseCase<'createBillingCode'> = (_root, { input }, context) =>
  orUserErrors<{ billingCode: BillingCodeRecord | null }>({ billingCode: null }, async () => {
    const { billings } = context.loaders;
    const { idempotencyKey, validateOnly } = input;
    const by = requireCitizen(context.principal).id;
    const request = requestOf({ by, operation: 'createBillingCode', idempotencyKey, input }, context.now);
    const known = validateOnly ? null : await billings.byRequest(request);
    if (known) return { billingCode: known };
    const billing = await order(by, input, context);
    return { billingCode: validateOnly ? null : await billings.add(billing, request) };
  });

async function order(citizenId: string, input: CreateBillingCodeInput, { loaders }: Context): Promise<NewBilling> {
  const { amount, accountCode, depositTypeCode, applicationId = null } = input;
  const taxpayer = await loaders.taxpayerOfCitizen.load(citizenId);
  const application = applicationId === null ? null : await loaders.applicationById.load(applicationId);
  const amountMinor = checkBillingOrder({
    amount,
    accountCode,
    depositTypeCode,
    isRegistered: taxpayer !== null,
    unpaid: taxpayer ? await loaders.countUnpaid(taxpayer._id) : 0,
    applicationKnown: applicationId === null || application !== null,
  });
  return { taxpayerId: taxpayer?._id ?? '', citizenId, applicationId, accountCode, depositTypeCode, amountMinor };
}
