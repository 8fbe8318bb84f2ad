import { type SurveyElement, type SurveyScores, surveyElements } from '../model/surveys.ts';

export type SatisfactionGrade = 'A' | 'B' | 'C' | 'D';

export interface Satisfaction {
  readonly elements: readonly { readonly element: SurveyElement; readonly average: number }[];
  readonly index: number;
  readonly grade: SatisfactionGrade;
}

/**
 * The satisfaction index (IKM): the plain mean of the nine elements' averages, times 25. Some offices weight each
 * element with 0.11 or 0.111 instead of a ninth, and so can never reach 100; the rule's formula does.
 *
 * Source: PermenPANRB 14/2017, as collected in domain notes 1.6.
 *
 * @param totals the sum of the scores of each element
 */
export function satisfactionOf(totals: SurveyScores, respondents: number): Satisfaction {
  const elements = surveyElements.map((element) => ({ element, average: totals[element] / respondents }));
  const mean = elements.reduce((sum, { average }) => sum + average, 0) / elements.length;
  const index = twoDecimals(mean * 25);
  return { elements, index, grade: gradeOf(index) };
}

/** The grade of an index. It is rounded to two decimals first, so that no value falls between two grades. */
export function gradeOf(index: number): SatisfactionGrade {
  const rounded = twoDecimals(index);
  if (rounded >= 88.31) return 'A';
  if (rounded >= 76.61) return 'B';
  return rounded >= 65 ? 'C' : 'D';
}

/** Rounds half up, by the decimal digits that one sees: 88.305 is 88.31 though its binary form lies below it. */
export function twoDecimals(value: number): number {
  return Math.round(Number((value * 100).toFixed(6))) / 100;
}
