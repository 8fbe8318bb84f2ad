import { showLastFour } from '#kit/personalNumbers.ts';
import type { FamilyResolvers } from '../generated/resolvers.ts';

export const Family: FamilyResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.familyById.load(id),
  id: (family) => family._id,
  maskedFamilyCardNumber: ({ cardNumber }) => showLastFour(cardNumber),
  members: ({ _id }, _arguments, { loaders }) => loaders.membersByFamilyId.load(_id),

  async head({ _id }, _arguments, { loaders }) {
    const members = await loaders.membersByFamilyId.load(_id);
    return members.find(({ relationship }) => relationship === 'HEAD') ?? null;
  },
};
