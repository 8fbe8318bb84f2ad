import { me } from '#kit/me.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { checkCertificate, readVerificationCode } from '../rules/certificate.ts';

export const Query: QueryResolvers = {
  me,
  civilRecord: (_root, { registrationNumber }, { loaders }) => loaders.recordByNumber.load(registrationNumber),
  verifyCertificate: async (_root, { code }, { loaders }) =>
    checkCertificate(await loaders.recordByVerificationCode.load(readVerificationCode(code))),
};
