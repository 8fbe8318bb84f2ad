import { purposeMissing, type ServiceError } from '../errors.ts';
import type { Principal } from '../principal.ts';

/** What somebody at work says of why they read. */
export interface StatedReason {
  readonly purpose?: string | undefined;
  /** The application or file that it is for. */
  readonly caseId?: string | undefined;
}

/** What each role must say before it is shown anything about somebody else. */
const demanded: Readonly<Record<Principal['kind'], readonly (keyof StatedReason)[]>> = {
  anonymous: [],
  citizen: [],
  // An officer reads for one file or application, and can be asked about that very one later.
  officer: ['purpose', 'caseId'],
  clerk: ['purpose'],
  analyst: ['purpose'],
  developer: ['purpose'],
  // What a service account is for was agreed on when it was registered (One ID, relyingParties.ts).
  service: [],
};

/**
 * What is missing before somebody may be shown personal data of another person: personal data is processed for a stated
 * purpose only (UU 27/2022, articles 27 and 28).
 *
 * @returns PURPOSE_MISSING, in words that say what to state; null when nothing is missing
 */
export function missingReason({ kind }: Principal, stated: StatedReason): ServiceError | null {
  const isMissing = demanded[kind].some((part) => (stated[part] ?? '').trim() === '');
  if (!isMissing) return null;
  const demandsCase = demanded[kind].includes('caseId');
  return purposeMissing(
    demandsCase
      ? 'Say what you need this data for (header x-purpose) and for which application or file (header x-case).'
      : 'Say what you need this data for (header x-purpose).',
  );
}
