import { decideApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const decideIdentityApplication: UseCase<'decideIdentityApplication'> = (
  _root,
  { input },
  { loaders, disclosures },
) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const application = await decideApplication(loaders.desk, (id) => loaders.applicationById.load(id), input);
    // Deciding is a use of the data also where nothing of it is read in the same request.
    disclosures.noteRead('Mutation.decideIdentityApplication', [application.applicantId, application.subjectId]);
    return { application };
  });
