/** The events that this agency keeps a record of. */
export const recordKinds = ['BIRTH', 'DEATH', 'MARRIAGE', 'DIVORCE', 'MOVE'] as const;
/** The events that can be reported to it. */
export const eventKinds = [...recordKinds, 'STILLBIRTH', 'ACKNOWLEDGEMENT', 'ADOPTION', 'NAME_CHANGE'] as const;
export const marriageRegistrars = ['RELIGIOUS_OFFICE', 'CIVIL_REGISTRY'] as const;
/** What one report can lead to, here and at the population office. */
export const lifeEventProducts = ['CERTIFICATE', 'FAMILY_CARD', 'CHILD_CARD', 'IDENTITY_NUMBER', 'ID_CARD'] as const;

/**
 * The codes that the forms F-2.01 (civil events) and F-1.03 (moving) print for each value of the graph, for exchange
 * with the real systems.
 *
 * Source: Permendagri 109/2019, as collected in the project's domain notes, section 2.3. The codes of the causes of
 * death are not confirmed.
 */
export const birthPlaceCodes = {
  HOSPITAL: '1',
  HEALTH_CENTRE: '2',
  VILLAGE_CLINIC: '3',
  HOME: '4',
  OTHER: '5',
} as const;
export const birthTypeCodes = { SINGLE: '1', TWIN: '2', TRIPLET: '3', QUADRUPLET: '4', OTHER: '5' } as const;
export const birthHelperCodes = { DOCTOR: '1', MIDWIFE_NURSE: '2', TRADITIONAL: '3', OTHER: '4' } as const;
export const deathCauseCodes = {
  ILLNESS_OLD_AGE: '1',
  EPIDEMIC: '2',
  ACCIDENT: '3',
  CRIME: '4',
  SUICIDE: '5',
  OTHER: '6',
} as const;
export const moveReasonCodes = {
  WORK: '1',
  EDUCATION: '2',
  SECURITY: '3',
  HEALTH: '4',
  HOUSING: '5',
  FAMILY: '6',
  OTHER: '7',
} as const;
export const moveClassCodes = {
  WITHIN_VILLAGE: '1',
  BETWEEN_VILLAGES: '2',
  BETWEEN_DISTRICTS: '3',
  BETWEEN_REGENCIES: '4',
  BETWEEN_PROVINCES: '5',
} as const;
export const moveWhoCodes = { HEAD_ONLY: '1', HEAD_AND_ALL: '2', HEAD_AND_SOME: '3', MEMBERS_ONLY: '4' } as const;

export type BirthPlaceType = keyof typeof birthPlaceCodes;
export type BirthType = keyof typeof birthTypeCodes;
export type BirthHelper = keyof typeof birthHelperCodes;
export type DeathCause = keyof typeof deathCauseCodes;
export type MoveReason = keyof typeof moveReasonCodes;
export type MoveClass = keyof typeof moveClassCodes;
export type MoveWho = keyof typeof moveWhoCodes;
