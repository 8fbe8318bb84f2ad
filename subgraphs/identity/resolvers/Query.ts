import { readVerificationCode } from '#kit/documents/verificationCode.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { occupations } from '../occupations.ts';
import { checkDocument } from '../rules/documentCheck.ts';
import { assertPurposeStated } from '../rules/purpose.ts';
import { assertComparable, assertMayVerify, compareWithRegister } from '../rules/verification.ts';

export const Query: QueryResolvers = {
  me: (_root, _arguments, { principal, loaders }) =>
    principal.kind === 'citizen' ? loaders.citizenById.load(principal.id) : null,

  citizen(_root, { nik }, { purpose, loaders }) {
    assertPurposeStated(purpose);
    return loaders.visibleCitizenByNik.load(nik);
  },

  async verifyIdentity(_root, { input }, { principal, loaders, disclosures }) {
    assertMayVerify(principal);
    assertPurposeStated(input.purpose, 'purpose');
    assertComparable(input);
    const entry = await loaders.registerEntryByNik.load(input.nik);
    disclosures.statePurpose(input.purpose);
    // Whoever compares learns what the register holds, value by value.
    if (entry) disclosures.noteRead('Query.verifyIdentity', [entry._id]);
    else disclosures.noteSearch('Query.verifyIdentity');
    return compareWithRegister(input, entry);
  },

  verifyIdentityDocument: async (_root, { code }, { loaders }) => {
    const known = readVerificationCode(code);
    return checkDocument(known === null ? null : await loaders.applicationByCode.load(known));
  },

  occupations: () => [...occupations],
};
