import { readVerificationCode } from '#kit/documents/verificationCode.ts';
import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { checkCertificate } from '../rules/certificate.ts';

export const Query: QueryResolvers = {
  me,
  civilRecord: (_root, { registrationNumber }, { loaders }) => loaders.recordByNumber.load(registrationNumber),
  verifyCertificate: async (_root, { code }, { loaders }) =>
    // What cannot be a code is looked for as well, so that the time of the answer tells nothing.
    checkCertificate(await loaders.recordByVerificationCode.load(readVerificationCode(code) ?? '')),
};
