import { badInput } from '#kit/errors.ts';
import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { classificationId } from '../model.ts';
import { classificationSearch } from '../rules/classificationSearch.ts';
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
};
