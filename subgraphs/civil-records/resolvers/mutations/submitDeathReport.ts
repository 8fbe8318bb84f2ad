import { submitApplication } from '#kit/application/submit.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { stateDeath } from '../../rules/deathReport.ts';
import { applicationFrom, handInDocuments } from './reported.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const submitDeathReport: UseCase<'submitDeathReport'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitDeathReport',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () =>
        applicationFrom(
          {
            regionCode: input.regionCode,
            regionField: 'input.regionCode',
            documentIds: input.documentIds,
            path: 'input.death',
            state: (reporter) => stateDeath(input.death, reporter),
          },
          context,
        ),
      handIn: handInDocuments(context),
    }),
  }));
