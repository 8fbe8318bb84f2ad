import { readVerificationCode } from '#kit/documents/verificationCode.ts';
import { badInput } from '#kit/errors.ts';
import { localDay } from '#kit/localTime.ts';
import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { classificationId } from '../model.ts';
import { classificationSearch } from '../rules/classificationSearch.ts';
import { checkLicense } from '../rules/licenseCheck.ts';
import { licensingRequirement } from '../rules/requirement.ts';

export const Query: QueryResolvers = {
  me,

  business: (_root, { nib }, { loaders }) => loaders.businessByNib.load(nib),

  businessClassifications: (_root, wanted, { loaders }) => loaders.classifications(classificationSearch(wanted)),

  licensingRequirement: async (_root, { version, kbli, scale, regionCode }, { loaders }) => {
    const classification = await loaders.classificationById.load(classificationId(version, kbli));
    if (!classification) throw badInput('This KBLI code is not among the activities on record.', 'kbli');
    return { classification, ...licensingRequirement(classification, scale, regionCode) };
  },

  verifyLicense: async (_root, { code }, { loaders, now }) => {
    const known = readVerificationCode(code);
    return checkLicense(known === null ? null : await loaders.licenseByCode.load(known), localDay(now, 'WIB'));
  },
};
