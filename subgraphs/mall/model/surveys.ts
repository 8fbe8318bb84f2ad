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

/** One answered survey. It does not say whose: the application knows in which month it was answered, nothing more. */
export interface Survey {
  readonly _id: string;
  readonly at: Date;
  readonly month: string;
  /** 1 when it is the only answer of its citizen in the month so far, else 0: summed up, at most as many as people. */
  readonly firstOfMonth: 0 | 1;
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
    firstOfMonth: Number,
    regionCode: String,
    regions: [String],
    mallId: String,
    agencyCode: String,
    serviceCode: String,
    channel: String,
    scores: Mixed,
  },
  asStored,
).index({ month: 1, _id: 1 });
