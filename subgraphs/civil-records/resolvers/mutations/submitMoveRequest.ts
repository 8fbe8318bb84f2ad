import { submitApplication } from '#kit/application/submit.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { stateMove } from '../../rules/moveReport.ts';
import { applicationFrom, handInDocuments } from './reported.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const submitMoveRequest: UseCase<'submitMoveRequest'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await submitApplication(context.loaders.desk, {
      operation: 'submitMoveRequest',
      idempotencyKey: input.idempotencyKey,
      input,
      validateOnly: input.validateOnly,
      fill: () =>
        applicationFrom(
          {
            regionCode: input.move.originVillageCode,
            regionField: 'input.move.originVillageCode',
            documentIds: input.documentIds,
            path: 'input.move',
            state: (reporter) => stateMove(input.move, reporter),
          },
          context,
        ),
      handIn: handInDocuments(context),
    }),
  }));
