import type { QueryResolvers } from '../generated/resolvers.ts';
import { occupations } from '../occupations.ts';
import { assertPurposeStated } from '../rules/purpose.ts';
import { assertComparable, compareWithRegister, usualNameThreshold } from '../rules/verification.ts';

export const Query: QueryResolvers = {
  me: (_root, _arguments, { principal, loaders }) =>
    principal.kind === 'citizen' ? loaders.citizenById.load(principal.id) : null,

  citizen(_root, { nik }, { purpose, loaders }) {
    assertPurposeStated(purpose);
    return loaders.visibleCitizenByNik.load(nik);
  },

  async verifyIdentity(_root, { input }, { loaders }) {
    const statement = { ...input, nameThreshold: input.nameThreshold ?? usualNameThreshold };
    assertPurposeStated(input.purpose, 'purpose');
    assertComparable(statement);
    return compareWithRegister(statement, await loaders.registerEntryByNik.load(input.nik));
  },

  occupations: () => [...occupations],
};
