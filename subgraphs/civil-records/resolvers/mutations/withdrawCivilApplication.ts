import { withdrawApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const withdrawCivilApplication: UseCase<'withdrawCivilApplication'> = (_root, { id, reason }, { loaders }) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await withdrawApplication(loaders.desk, (wanted) => loaders.applicationById.load(wanted), id, reason),
  }));
