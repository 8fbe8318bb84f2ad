import { randomBytes } from 'node:crypto';
import { type NewApplication, submitApplication } from '#kit/application/submit.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { SubmitTaxApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { TaxApplicationRecord } from '../../model.ts';
import { services } from '../../rules/services.ts';
import { checkRequest, handInDocuments } from './requested.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const submitTaxApplication: UseCase<'submitTaxApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitTaxApplication',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () => fill(input, context),
      handIn: handInDocuments(context),
    }),
  }));

async function fill(
  { kind, stated, documentIds: named = [] }: SubmitTaxApplicationInput,
  context: Context,
): Promise<NewApplication<TaxApplicationRecord>> {
  const applicantId = requireCitizen(context.principal).id;
  const documentIds = [...new Set(named)];
  const request = { kind, applicantId, stated: stated ?? {}, documentIds, isNew: true };
  return {
    applicantId,
    serviceCode: services[kind].code,
    documentIds,
    kind,
    verificationCode: verificationCode(randomBytes(20)),
    ...(await checkRequest(request, context)),
  };
}
