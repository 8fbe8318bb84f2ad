export type SurveyElement = 'REQUIREMENTS';
export type SurveyScores = Readonly<Record<SurveyElement, number>>;
