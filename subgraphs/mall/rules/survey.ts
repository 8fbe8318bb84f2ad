import { badInput, conflict, notFound } from '#kit/errors.ts';
import { type SurveyElement, type SurveyScores, surveyElements } from '../model/surveys.ts';
import type { ApplicationRecord } from '../model.ts';
import { surveyStateOf } from './review.ts';

/**
 * The scores of one answer: each of the nine elements once, 1 to 4 (PermenPANRB 14/2017).
 *
 * @throws BAD_USER_INPUT naming the score that is wrong, or the element that is missing
 */
export function scoresOf(given: readonly { readonly element: SurveyElement; readonly score: number }[]): SurveyScores {
  const scores = new Map<SurveyElement, number>();
  for (const [index, { element, score }] of given.entries()) {
    const field = `input.scores.${index}`;
    if (scores.has(element)) throw badInput(`${element} was answered twice.`, field);
    if (score < 1 || score > 4) throw badInput('A score is 1 to 4.', `${field}.score`);
    scores.set(element, score);
  }
  const missing = surveyElements.find((element) => !scores.has(element));
  if (missing) throw badInput(`${missing} was not answered.`, 'input.scores');
  return Object.fromEntries(scores) as SurveyScores;
}

/**
 * Only the applicant answers, once something was issued or refused, and once.
 *
 * @throws NOT_FOUND for anybody else's application, CONFLICT when the survey is not due
 */
export function requireSurveyed(application: ApplicationRecord | null, citizenId: string): ApplicationRecord {
  if (!application || application.applicantId !== citizenId) throw notFound('You have no such application.');
  const state = surveyStateOf(application.status, application.surveyed);
  if (state === 'NOT_DUE') throw conflict('The survey is not due yet.');
  if (state === 'DONE') throw conflict('You have answered this survey already.');
  return application;
}
