import { randomUUID } from 'node:crypto';
import { conflict } from '#kit/errors.ts';
import { localMonth } from '#kit/localTime.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import { requireSurveyed, scoresOf } from '../../rules/survey.ts';
import type { UseCase } from './useCase.ts';

export const submitSurvey: UseCase<'submitSurvey'> = (_root, { input }, { principal, loaders, now }) =>
  orUserErrors({ accepted: false }, async () => {
    const citizen = requireCitizen(principal);
    const application = requireSurveyed(await loaders.applicationById.load(input.applicationId), citizen.id);
    const { regionCode, regions, mallId, agencyCode, serviceCode, channel } = application;
    const accepted = await loaders.changes.keepSurvey(application, {
      // By chance, so that it does not lead back to the application.
      _id: `srv-${randomUUID()}`,
      at: now,
      month: localMonth(now, 'WIB'),
      regionCode,
      regions,
      mallId,
      agencyCode,
      serviceCode,
      channel,
      scores: scoresOf(input.scores),
    });
    if (!accepted) throw conflict('You have answered this survey already.');
    return { accepted };
  });
