import type { RegisterEntry } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { ageOn, cardAge } from './age.ts';

/** Where the register stands with somebody whom an application is about, and who asks. */
export interface Asking {
  readonly subject: RegisterEntry;
  /** Whether somebody asks for themselves; otherwise a parent for a child. */
  readonly forThemselves: boolean;
  /** Whether the office works already on the same for the same person. */
  readonly askedBefore: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Why somebody cannot have what is applied for, in words; null when they can. */
export function hindrance(kind: IdentityServiceKind, asking: Asking): string | null {
  if (asking.subject.residencyStatus !== 'RESIDENT') {
    return 'The register says that this person does not live here. Please come to the office.';
  }
  const isChild = ageOn(asking.subject.birthDate, asking.today) < cardAge;
  // Two changes of data may be under way at once; two cards for one person may not.
  if (asking.askedBefore && kind !== 'DATA_CHANGE')
    return 'The office is working on this already. Please see your inbox.';
  if (!asking.forThemselves && !isChild) return `From the age of ${cardAge} people apply for themselves.`;
  return hindranceBy[kind](asking, isChild);
}

const fromCardAge = `This is for people from the age of ${cardAge}, or married ones.`;

const hindranceBy: Readonly<Record<IdentityServiceKind, (asking: Asking, isChild: boolean) => string | null>> = {
  ID_CARD_NEW: (asking) =>
    forGrown(asking) ??
    (asking.subject.idCardStatus === 'ISSUED'
      ? 'You have an identity card. Please ask for a replacement if it is lost, damaged or no longer right.'
      : null),

  ID_CARD_REPLACEMENT: (asking) =>
    forGrown(asking) ??
    (asking.subject.idCardStatus === 'ISSUED' ? null : 'You have no identity card yet that could be replaced.'),

  CHILD_CARD: ({ forThemselves, subject }, isChild) =>
    forThemselves || !isChild || subject.maritalStatus !== 'SINGLE'
      ? `A child's card is asked for by a parent, for a child under ${cardAge}.`
      : null,

  DATA_CHANGE: () => null,

  FAMILY_CARD_CHANGE: ({ forThemselves }) =>
    forThemselves ? null : 'Please ask for the family card in your own name.',

  DIGITAL_ID_ACTIVATION: (asking) => forGrown(asking) ?? activationHindrance(asking.subject),
};

function forGrown({ forThemselves, subject, today }: Asking): string | null {
  if (!forThemselves) return fromCardAge;
  return ageOn(subject.birthDate, today) >= cardAge || subject.maritalStatus !== 'SINGLE' ? null : fromCardAge;
}

function activationHindrance({ digitalIdentityStatus, idCardStatus }: RegisterEntry): string | null {
  if (digitalIdentityStatus === 'ACTIVE') return 'Your digital identity is active already.';
  if (digitalIdentityStatus === 'BLOCKED') return 'Your digital identity is blocked. Please come to the office.';
  const enrolled = idCardStatus !== 'NOT_ENROLLED' && idCardStatus !== 'NOT_REQUIRED';
  return enrolled ? null : 'Your fingerprints and photograph have to be taken first. Please come to the office.';
}
