import { readVerificationCode } from '#kit/documents/verificationCode.ts';
import { badInput } from '#kit/errors.ts';
import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import type { Context } from '../loaders.ts';
import type { TaxpayerRecord } from '../model.ts';
import { confirmStatus, statusOfNobody } from '../rules/clearance.ts';
import { checkLetter } from '../rules/letterCheck.ts';

const serviceCodeForm = /^[A-Z]+(-[A-Z]+)+$/;

export const Query: QueryResolvers = {
  me,
  taxpayer: (_root, { npwp }, { loaders }) => loaders.taxpayerByNpwp(npwp),
  confirmTaxStatus: async (_root, { npwp, serviceCode }, context) =>
    confirmed('Query.confirmTaxStatus', serviceCode, await context.loaders.taxpayerByNpwp(npwp), context),
  confirmTaxStatusOf: async (_root, { taxpayer, serviceCode }, context) =>
    confirmed('Query.confirmTaxStatusOf', serviceCode, await context.loaders.taxpayerForClearance(taxpayer), context),
  async verifyTaxLetter(_root, { code }, { loaders }) {
    const known = readVerificationCode(code);
    return checkLetter(known === null ? null : await loaders.letterByCode.load(known));
  },
};

/** The confirmation, with a note of whom it was about. @throws BAD_USER_INPUT for a service code that is none */
async function confirmed(
  field: string,
  serviceCode: string,
  taxpayer: TaxpayerRecord | null,
  { loaders, disclosures, now }: Context,
) {
  if (!serviceCodeForm.test(serviceCode)) throw badInput('A service code looks like LICENSING-PERMIT.', 'serviceCode');
  if (taxpayer === null) {
    disclosures.noteSearch(field);
    return statusOfNobody(now);
  }
  if (taxpayer.citizenId !== null) disclosures.noteRead(field, [taxpayer.citizenId]);
  return confirmStatus(taxpayer, await loaders.returnsOfTaxpayer.load(taxpayer._id), now);
}
