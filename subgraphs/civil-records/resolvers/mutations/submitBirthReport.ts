import { submitApplication } from '#kit/application/submit.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { stateBirth } from '../../rules/birthReport.ts';
import { applicationFrom, handInDocuments } from './reported.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const submitBirthReport: UseCase<'submitBirthReport'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitBirthReport',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () =>
        applicationFrom(
          {
            regionCode: input.regionCode,
            regionField: 'input.regionCode',
            documentIds: input.documentIds,
            path: 'input.birth',
            state: (reporter) => stateBirth(input.birth, input.alsoIssue, reporter),
          },
          context,
        ),
      handIn: handInDocuments(context),
    }),
  }));
