import { decideApplication } from '#kit/application/decide.ts';
import { conflict } from '#kit/errors.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { CivilApplicationRecord } from '../../model.ts';
import { peopleIn } from '../../rules/people.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const decideCivilApplication: UseCase<'decideCivilApplication'> = (_root, { input }, { loaders, disclosures }) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const find = async (id: string): Promise<CivilApplicationRecord | null> => {
      const seen = await loaders.applicationById.load(id);
      if (seen && input.decision === 'APPROVE' && (await loaders.isRegisteredOtherwise(seen))) {
        throw conflict('The register has this event already, by another report. Please reject this one.');
      }
      return seen;
    };
    const application = await decideApplication(loaders.desk, find, input);
    // Deciding is a use of the data also where nothing of it is read in the same request.
    disclosures.noteRead('Mutation.decideCivilApplication', peopleIn(application));
    return { application };
  });
