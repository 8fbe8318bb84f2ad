import type { BusinessClassificationResolvers } from '../generated/resolvers.ts';
import { classificationId } from '../model.ts';

export const BusinessClassification: BusinessClassificationResolvers = {
  __resolveReference: ({ version, code }, { loaders }) =>
    loaders.classificationById.load(classificationId(version, code)),
};
