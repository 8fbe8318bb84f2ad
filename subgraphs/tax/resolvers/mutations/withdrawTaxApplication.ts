import { withdrawApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const withdrawTaxApplication: UseCase<'withdrawTaxApplication'> = (_root, { id, reason }, { loaders }) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await withdrawApplication(loaders.desk, (wanted) => loaders.applicationById.load(wanted), id, reason),
  }));
