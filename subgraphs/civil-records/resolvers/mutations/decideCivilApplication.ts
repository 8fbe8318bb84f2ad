import { decideApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const decideCivilApplication: UseCase<'decideCivilApplication'> = (_root, { input }, { loaders, disclosures }) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const application = await decideApplication(loaders.desk, (id) => loaders.applicationById.load(id), input);
    const { applicantId, subjectId } = application;
    // Deciding is a use of the data also where nothing of it is read in the same request.
    disclosures.noteRead('Mutation.decideCivilApplication', [applicantId, ...(subjectId === null ? [] : [subjectId])]);
    return { application };
  });
