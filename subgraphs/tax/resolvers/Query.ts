import { badInput } from '#kit/errors.ts';
import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { confirmStatus, statusOfNobody } from '../rules/clearance.ts';

const serviceCodeForm = /^[A-Z]+(-[A-Z]+)+$/;

export const Query: QueryResolvers = {
  me,
  taxpayer: (_root, { npwp }, { loaders }) => loaders.taxpayerByNpwp(npwp),
  async confirmTaxStatus(_root, { npwp, serviceCode }, { loaders, disclosures, now }) {
    if (!serviceCodeForm.test(serviceCode))
      throw badInput('A service code looks like LICENSING-PERMIT.', 'serviceCode');
    const taxpayer = await loaders.taxpayerByNpwp(npwp);
    if (taxpayer === null) {
      disclosures.noteSearch('Query.confirmTaxStatus');
      return statusOfNobody(now);
    }
    if (taxpayer.citizenId !== null) disclosures.noteRead('Query.confirmTaxStatus', [taxpayer.citizenId]);
    return confirmStatus(taxpayer, await loaders.returnsOfTaxpayer.load(taxpayer._id), now);
  },
};
