import { randomBytes } from 'node:crypto';
import { submitApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { requireCitizen } from '#kit/principal.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { SubmitLicenseApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import { firstLicenseId, licenseName } from '../../rules/licenses.ts';
import { checkLicenseRequest } from '../../rules/newLicense.ts';
import { licensingRequirement } from '../../rules/requirement.ts';
import { services } from '../../rules/services.ts';
import { type ApplicationPayload, handInDocuments, type UseCase } from './useCase.ts';

export const submitLicenseApplication: UseCase<'submitLicenseApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitLicenseApplication',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () => fill(input, context),
      handIn: handInDocuments(context),
    }),
  }));

async function fill(input: SubmitLicenseApplicationInput, { principal, loaders, now }: Context) {
  const citizen = requireCitizen(principal);
  const { nib, projectId, kind, documentIds } = input;
  const business = await loaders.businessByNib.load(nib);
  const project = business?.projects.find(({ id }) => id === projectId) ?? null;
  const activity = project && (await loaders.classificationById.load(project.classificationId));
  const requirement =
    business && project && activity ? licensingRequirement(activity, business.scale, project.regionCode) : null;
  const taxpayer = business?.taxpayerId ?? null;
  const taxFlag = taxpayer === null ? null : await loaders.taxStatusOf(taxpayer, services[kind].code);
  checkLicenseRequest({
    kind,
    documentIds,
    business,
    project,
    requirement,
    licenses: business ? await loaders.licensesByNib.load(nib) : [],
    hasApplication: await loaders.hasApplication(nib, projectId, kind),
    taxFlag,
  });
  const place = project?.regionCode ?? '';
  return {
    applicantId: citizen.id,
    serviceCode: services[kind].code,
    regionCode: regencyOf(place),
    regionPath: regionPath(place),
    documentIds: [...documentIds],
    nib,
    projectId,
    kind,
    license: {
      id: firstLicenseId(projectId, kind),
      name: licenseName(kind, activity),
      // OSS appends to the number of the business.
      number: `${nib}-${randomBytes(4).toString('hex').toUpperCase()}`,
      authority: requirement?.authority ?? ('REGENCY' as const),
      verificationCode: verificationCode(randomBytes(20)),
      holderName: null,
    },
    registration: null,
    practice: null,
    officialStatusCode: null,
    // Without an answer the office asks again before it decides.
    taxClearance: taxFlag && { flag: taxFlag, checkedAt: now },
    inspection: null,
  };
}
