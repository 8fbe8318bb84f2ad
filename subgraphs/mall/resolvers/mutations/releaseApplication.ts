import { orUserErrors } from '#kit/userErrors.ts';
import { type ApplicationPayload, noted, requireDeciding, takenByAnother } from './atTheDesk.ts';
import type { UseCase } from './useCase.ts';

export const releaseApplication: UseCase<'releaseApplication'> = (_root, { id }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const reached = await context.loaders.changes.release(id, requireDeciding(context.principal));
    const { application } = noted('releaseApplication', reached, context);
    if (application.assigneeId !== null) throw takenByAnother();
    return { application };
  });
