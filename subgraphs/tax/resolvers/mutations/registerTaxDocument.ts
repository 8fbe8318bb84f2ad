import type { DocumentUpload } from '#kit/documents/loaders.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { UseCase } from './useCase.ts';

export const registerTaxDocument: UseCase<'registerTaxDocument'> = (_root, { input }, { principal, loaders }) =>
  orUserErrors<{ upload: DocumentUpload | null }>({ upload: null }, async () => {
    const citizen = requireCitizen(principal);
    return { upload: await loaders.documents.register(citizen.id, input) };
  });
