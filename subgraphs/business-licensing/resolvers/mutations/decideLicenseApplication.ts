import { decideApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const decideLicenseApplication: UseCase<'decideLicenseApplication'> = (_root, { input }, { loaders }) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => ({
    application: await decideApplication(loaders.desk, (id) => loaders.applicationById.load(id), input),
  }));
