/**
 * The values of this agency's enums, each with the code that the population register writes for it.
 *
 * Source: the code lists of OpenSID (app/Enums, facts only), as collected in the project's domain notes, section 2.1.
 */

export const sexCodes = { MALE: '1', FEMALE: '2' } as const;

export const bloodTypeCodes = {
  A: '1',
  B: '2',
  AB: '3',
  O: '4',
  A_POSITIVE: '5',
  A_NEGATIVE: '6',
  B_POSITIVE: '7',
  B_NEGATIVE: '8',
  AB_POSITIVE: '9',
  AB_NEGATIVE: '10',
  O_POSITIVE: '11',
  O_NEGATIVE: '12',
  UNKNOWN: '13',
} as const;

export const religionCodes = {
  ISLAM: '1',
  PROTESTANT: '2',
  CATHOLIC: '3',
  HINDU: '4',
  BUDDHIST: '5',
  CONFUCIAN: '6',
  BELIEF: '7',
} as const;

/** The register has one code for a marriage; whether it is recorded is printed beside it. */
export const maritalStatusCodes = {
  SINGLE: '1',
  MARRIED_REGISTERED: '2',
  MARRIED_UNREGISTERED: '2',
  DIVORCED: '3',
  WIDOWED: '4',
} as const;

export const educationCodes = {
  NONE: '1',
  PRIMARY_INCOMPLETE: '2',
  PRIMARY: '3',
  JUNIOR_SECONDARY: '4',
  SENIOR_SECONDARY: '5',
  DIPLOMA_1_2: '6',
  DIPLOMA_3: '7',
  BACHELOR: '8',
  MASTER: '9',
  DOCTORATE: '10',
} as const;

export const citizenshipCodes = { INDONESIAN: '1', FOREIGN: '2' } as const;

export const relationshipCodes = {
  HEAD: '1',
  HUSBAND: '2',
  WIFE: '3',
  CHILD: '4',
  CHILD_IN_LAW: '5',
  GRANDCHILD: '6',
  PARENT: '7',
  PARENT_IN_LAW: '8',
  OTHER_RELATIVE: '9',
  DOMESTIC_WORKER: '10',
  OTHER: '11',
} as const;

export const idCardStatusCodes = {
  NOT_REQUIRED: '1',
  NOT_ENROLLED: '2',
  ENROLLED: '3',
  PRINTED: '4',
  PRINT_READY: '5',
  SHIPPED: '6',
  SENT_FOR_PRINTING: '7',
  ISSUED: '8',
} as const;

/** The register knows two codes more, for records that are not shown: 6 left the country, 9 not valid. */
export const residencyStatusCodes = { RESIDENT: '1', DECEASED: '2', MOVED: '3', MISSING: '4' } as const;

/** The forms of Permendagri 109/2019 by which each kind of application is made; the digital identity has none. */
export const applicationForms = {
  ID_CARD_NEW: 'F-1.02',
  ID_CARD_REPLACEMENT: 'F-1.02',
  CHILD_CARD: 'F-1.02',
  DATA_CHANGE: 'F-1.06',
  FAMILY_CARD_CHANGE: 'F-1.02',
  DIGITAL_ID_ACTIVATION: null,
} as const;

export const digitalIdentityStatuses = ['NOT_ACTIVATED', 'ACTIVE', 'BLOCKED'] as const;

export type Sex = keyof typeof sexCodes;
export type BloodType = keyof typeof bloodTypeCodes;
export type Religion = keyof typeof religionCodes;
export type MaritalStatus = keyof typeof maritalStatusCodes;
export type EducationLevel = keyof typeof educationCodes;
export type Citizenship = keyof typeof citizenshipCodes;
export type FamilyRelationship = keyof typeof relationshipCodes;
export type IdCardStatus = keyof typeof idCardStatusCodes;
export type DigitalIdentityStatus = (typeof digitalIdentityStatuses)[number];
export type ResidencyStatus = keyof typeof residencyStatusCodes;
export type IdentityServiceKind = keyof typeof applicationForms;
