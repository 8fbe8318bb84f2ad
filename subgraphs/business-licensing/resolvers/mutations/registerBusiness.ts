import { randomBytes, randomInt } from 'node:crypto';
import { submitApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { conflict } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { RegisterBusinessInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import { type BusinessRecord, classificationId, type LicenseApplicationRecord } from '../../model.ts';
import { licenseName } from '../../rules/licenses.ts';
import { registrationOf } from '../../rules/newBusiness.ts';
import { businessOf } from '../../rules/registration.ts';
import { services } from '../../rules/services.ts';
import type { UseCase } from './useCase.ts';

/** Nobody decides on a number: the system checks what was stated, and gives it. */
const givenAtOnce = [
  { event: 'TAKE_UP', by: 'oss-check' },
  { event: 'ACCEPT_DOCUMENTS', by: 'oss-check' },
  { event: 'RECOMMEND', by: 'oss-check' },
  { event: 'APPROVE', by: 'oss-sign' },
  { event: 'ISSUE', by: null },
] as const;

export const registerBusiness: UseCase<'registerBusiness'> = (_root, { input }, context) =>
  orUserErrors<{ business: BusinessRecord | null; application: LicenseApplicationRecord | null }>(
    { business: null, application: null },
    async () => {
      const application = await submitApplication(context.loaders.desk, {
        operation: 'registerBusiness',
        idempotencyKey: input.idempotencyKey,
        input,
        validateOnly: input.validateOnly,
        fill: () => fill(input, context),
        andThen: () => givenAtOnce,
      });
      return { business: application && businessOf(application), application };
    },
  );

async function fill(input: RegisterBusinessInput, { principal, loaders }: Context) {
  const citizen = requireCitizen(principal);
  const ids = input.projects.map(({ version, kbli }) => classificationId(version ?? 'KBLI_2020', kbli));
  const activities = await Promise.all(ids.map((id) => loaders.classificationById.load(id)));
  const registration = registrationOf(
    input,
    citizen.id,
    (version, code) => activities.find((one) => one?.version === version && one.code === code) ?? null,
    () => `prj-${randomBytes(10).toString('hex')}`,
  );
  const own = await loaders.businessesByOwner.load(citizen.id);
  if (input.actorType === 'INDIVIDUAL' && own.some(({ actorType }) => actorType === 'INDIVIDUAL')) {
    throw conflict('You have a business number already: one person has one for all that they do.');
  }
  const nib = newBusinessNumber();
  return {
    applicantId: citizen.id,
    serviceCode: services.BUSINESS_NUMBER.code,
    regionCode: regencyOf(input.regionCode),
    regionPath: regionPath(input.regionCode),
    documentIds: [],
    nib,
    projectId: null,
    kind: 'BUSINESS_NUMBER' as const,
    license: {
      id: `lic-${randomBytes(10).toString('hex')}`,
      name: licenseName('BUSINESS_NUMBER', null),
      number: nib,
      authority: 'REGENCY' as const,
      verificationCode: verificationCode(randomBytes(20)),
      holderName: null,
    },
    registration,
    practice: null,
    officialStatusCode: null,
    // Asked of the tax agency only where something has to be decided.
    taxClearance: null,
    inspection: null,
  };
}

/** 13 digits by chance: the numbers tell nothing, and two never are the same but by a chance of one in a million million. */
function newBusinessNumber(): string {
  return `9${Array.from({ length: 12 }, () => randomInt(10)).join('')}`;
}
