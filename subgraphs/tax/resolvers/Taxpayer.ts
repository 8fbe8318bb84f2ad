import { badInput } from '#kit/errors.ts';
import { showLastFour } from '#kit/personalNumbers.ts';
import type { TaxpayerResolvers } from '../generated/resolvers.ts';
import { billingStatus } from '../rules/billing.ts';
import { confirmStatus } from '../rules/clearance.ts';

const mostYears = 10;

export const Taxpayer: TaxpayerResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.taxpayerById.load(id),
  id: (taxpayer) => taxpayer._id,
  maskedNpwp: ({ npwp }) => showLastFour(npwp),
  branches: ({ npwp, branches }) => branches.map((branch) => ({ ...branch, npwp })),
  async returns(taxpayer, { years }, { loaders }) {
    if (years && years.length > mostYears) throw badInput(`Ask for at most ${mostYears} tax years.`, 'years');
    const returns = await loaders.returnsOfTaxpayer.load(taxpayer._id);
    return years ? returns.filter(({ taxYear }) => years.includes(taxYear)) : returns;
  },
  clearance: async (taxpayer, _arguments, { loaders, now }) =>
    confirmStatus(taxpayer, await loaders.returnsOfTaxpayer.load(taxpayer._id), now),
  async billingCodes(taxpayer, { status }, { loaders, now }) {
    const billings = await loaders.billingsOfTaxpayer.load(taxpayer._id);
    return status ? billings.filter((billing) => billingStatus(billing, now) === status) : billings;
  },
};
