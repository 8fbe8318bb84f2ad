import { conflict } from '#kit/errors.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { type ApplicationPayload, noted, requireDeciding, takenByAnother } from './atTheDesk.ts';
import type { UseCase } from './useCase.ts';

export const claimApplication: UseCase<'claimApplication'> = (_root, { id }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const officer = requireDeciding(context.principal);
    const reached = await context.loaders.changes.claim(id, officer);
    const { application, changed } = noted('claimApplication', reached, context);
    if (changed || application.assigneeId === officer.id) return { application };
    if (application.assigneeId !== null) throw takenByAnother();
    throw conflict('This application is not waiting for the office.');
  });
