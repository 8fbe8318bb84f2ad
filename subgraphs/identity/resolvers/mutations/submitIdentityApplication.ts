import { randomBytes } from 'node:crypto';
import { type NewApplication, submitApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { badInput } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { regencyOf } from '#kit/regionCode.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { SubmitIdentityApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { IdentityApplicationRecord } from '../../model.ts';
import { services } from '../../rules/services.ts';
import { checkRequest, handInDocuments } from './requested.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const submitIdentityApplication: UseCase<'submitIdentityApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitIdentityApplication',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () => fill(input, context),
      handIn: handInDocuments(context),
    }),
  }));

async function fill(
  { kind, subjectId, documentIds = [], changes = [] }: SubmitIdentityApplicationInput,
  context: Context,
): Promise<NewApplication<IdentityApplicationRecord>> {
  const citizen = requireCitizen(context.principal);
  const subject = await context.loaders.entryToApplyFor(subjectId ?? citizen.id);
  if (!subject) throw badInput('You can apply for yourself, and for your children.', 'input.subjectId');
  const applicantId = citizen.id;
  const askedBefore = await context.loaders.isAskedFor(kind, subject._id);
  return {
    applicantId,
    serviceCode: services[kind].code,
    regionCode: regencyOf(subject.address.villageCode),
    documentIds: [...new Set(documentIds)],
    kind,
    subjectId: subject._id,
    changes: await checkRequest({ kind, applicantId, subject, documentIds, changes, askedBefore }, context),
    verificationCode: verificationCode(randomBytes(20)),
  };
}
