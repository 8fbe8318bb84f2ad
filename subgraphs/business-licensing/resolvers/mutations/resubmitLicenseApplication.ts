import { resubmitApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { type ApplicationPayload, handInDocuments, type UseCase } from './useCase.ts';

export const resubmitLicenseApplication: UseCase<'resubmitLicenseApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const { desk, applicationById } = context.loaders;
    const documentIds = input.documentIds ?? [];
    const application = await resubmitApplication(
      desk,
      (id) => applicationById.load(id),
      input.id,
      async (file) => {
        await handInDocuments(context)({ ...file, documentIds });
        return { ...file, documentIds: [...new Set([...file.documentIds, ...documentIds])] };
      },
      input.note,
    );
    return { application };
  });
