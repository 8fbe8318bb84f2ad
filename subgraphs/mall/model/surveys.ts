import type { ServiceChannel } from '../data/types.ts';
import { asStored, Mixed, Schema } from './storage.ts';

/** The nine elements of the survey, in the order of PermenPANRB 14/2017; the last two go by name, never by number. */
export const surveyElements = [
  'REQUIREMENTS',
  'PROCEDURE',
  'TIME',
  'COST',
  'PRODUCT',
  'COMPETENCE',
  'CONDUCT',
  'COMPLAINT_HANDLING',
  'FACILITIES',
] as const;

export type SurveyElement = (typeof surveyElements)[number];
/** A score for every element: of one answer 1 to 4, of many answers their sum. */
export type SurveyScores = Readonly<Record<SurveyElement, number>>;

/** One answered survey. It does not say whose: the application knows that it was answered, nothing more. */
export interface Survey {
  readonly _id: string;
  readonly at: Date;
  readonly month: string;
  readonly regionCode: string;
  readonly regions: readonly string[];
  readonly mallId: string | null;
  readonly agencyCode: string;
  readonly serviceCode: string;
  readonly channel: ServiceChannel;
  readonly scores: SurveyScores;
}

export const surveySchema = new Schema<Survey>(
  {
    _id: String,
    at: Date,
    month: String,
    regionCode: String,
    regions: [String],
    mallId: String,
    agencyCode: String,
    serviceCode: String,
    channel: String,
    scores: Mixed,
  },
  asStored,
).index({ at: 1, _id: 1 });
