import type { BusinessScale, RiskLevel } from '../generated/resolvers.ts';

/** One activity of the classification as it is written down here. */
export interface ActivityFact {
  /** Five digits. */
  readonly code: string;
  /** The official title. */
  readonly title: string;
  /** What belongs to it, in our own words. */
  readonly description: string;
  readonly risks: Risks;
  /** The centre decides on it, whatever the place. */
  readonly centralAuthority?: true;
}

/** A category of the classification and the activities of it that the sample holds. */
export interface CategoryFact {
  readonly letter: string;
  readonly title: string;
  readonly activities: readonly ActivityFact[];
}

/** The risk at each scale; a scale that is left out is not open to the activity. */
export type Risks = Readonly<Partial<Record<BusinessScale, RiskLevel>>>;

/** The same risk whatever the scale. */
export function atEveryScale(level: RiskLevel): Risks {
  return { MICRO: level, SMALL: level, MEDIUM: level, LARGE: level };
}

/** One risk for micro and small businesses, another for medium and large ones. */
export function risingWithScale(small: RiskLevel, large: RiskLevel): Risks {
  return { MICRO: small, SMALL: small, MEDIUM: large, LARGE: large };
}

/** Not open to micro and small businesses. */
export function mediumAndLarge(level: RiskLevel): Risks {
  return { MEDIUM: level, LARGE: level };
}

/** Open to large businesses only. */
export function largeOnly(level: RiskLevel): Risks {
  return { LARGE: level };
}
