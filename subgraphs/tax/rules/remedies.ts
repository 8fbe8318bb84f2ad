import type { ClearanceReason } from './clearance.ts';
import { services } from './services.ts';

/** What mends a reason against a taxpayer. */
export interface Remedy {
  readonly reason: ClearanceReason;
  /** The service in the mall's catalogue to apply for; null where none mends it. */
  readonly serviceCode: string | null;
  /** What to do, for the citizen. */
  readonly words: string;
}

const remedies: Readonly<Record<ClearanceReason, Omit<Remedy, 'reason'>>> = {
  TAXPAYER_NOT_FOUND: {
    serviceCode: services.REGISTRATION.code,
    words: 'Register with the tax administration.',
  },
  NAME_MISMATCH: {
    serviceCode: services.NIK_MATCHING.code,
    words: 'Have your identity number matched with your tax number.',
  },
  RETURNS_NOT_FILED: {
    serviceCode: services.TAX_CLEARANCE_LETTER.code,
    words: 'File the missing annual returns, then apply for a letter of clearance with their receipts.',
  },
  TAXPAYER_NOT_ACTIVE: {
    serviceCode: null,
    words: 'Ask your tax office to make your tax number active again.',
  },
};

/** What mends each of the reasons, in their order. */
export function remediesFor(reasons: readonly ClearanceReason[]): Remedy[] {
  return reasons.map((reason) => ({ reason, ...remedies[reason] }));
}
