import { conflict, notFound } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ConsentRecord } from '../../model.ts';
import type { UseCase } from './useCase.ts';

export const revokeConsent: UseCase<'revokeConsent'> = (_root, { id }, { principal, loaders }) =>
  orUserErrors<{ consent: ConsentRecord | null }>({ consent: null }, async () => {
    const citizen = requireCitizen(principal);
    if (!(await loaders.consentById.load(id))) throw notFound('You have given no such consent.');
    const consent = await loaders.changes.endConsent(id, citizen.id);
    if (!consent) throw conflict('You have taken this consent back already.');
    return { consent };
  });
