import { randomBytes } from 'node:crypto';
import { submitApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { requireCitizen } from '#kit/principal.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { SubmitPracticeLicenseInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import { checkPractice, practiceNames } from '../../rules/newLicense.ts';
import { services } from '../../rules/services.ts';
import { type ApplicationPayload, handInDocuments, type UseCase } from './useCase.ts';

export const submitPracticeLicense: UseCase<'submitPracticeLicense'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitPracticeLicense',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: async () => fill(input, context),
      handIn: handInDocuments(context),
    }),
  }));

function fill(input: SubmitPracticeLicenseInput, { principal }: Context) {
  const citizen = requireCitizen(principal);
  const { holderName, place } = checkPractice(input);
  const { kind, code } = services.HEALTH_PRACTICE;
  const id = randomBytes(10).toString('hex');
  return {
    applicantId: citizen.id,
    serviceCode: code,
    regionCode: regencyOf(input.regionCode),
    regionPath: regionPath(input.regionCode),
    documentIds: [...input.documentIds],
    nib: null,
    projectId: null,
    kind,
    license: {
      id: `lic-${id}`,
      name: practiceNames[input.profession],
      number: `SIP/${regencyOf(input.regionCode)}/${id.slice(0, 8).toUpperCase()}`,
      authority: 'REGENCY' as const,
      verificationCode: verificationCode(randomBytes(20)),
      holderName,
    },
    registration: null,
    practice: { profession: input.profession, registrationNumber: input.registrationNumber, place },
    officialStatusCode: null,
    taxClearance: null,
    inspection: null,
  };
}
