import { type OfferedService, type ServiceStandard, standardsOf } from '#kit/application/clock/standard.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';

/**
 * The services that people apply for here. Their days are those of the mall's catalogue; a test of the whole graph holds
 * the two together.
 */
export const services: Readonly<Record<IdentityServiceKind, OfferedService>> = {
  ID_CARD_NEW: { code: 'IDENTITY-ID-CARD-NEW', standard: within(1) },
  ID_CARD_REPLACEMENT: { code: 'IDENTITY-ID-CARD-REPLACEMENT', standard: within(1) },
  CHILD_CARD: { code: 'IDENTITY-CHILD-CARD', standard: within(3) },
  DATA_CHANGE: { code: 'IDENTITY-DATA-CHANGE', standard: within(1) },
  FAMILY_CARD_CHANGE: { code: 'IDENTITY-FAMILY-CARD-CHANGE', standard: within(1) },
  DIGITAL_ID_ACTIVATION: { code: 'IDENTITY-DIGITAL-ID-ACTIVATION', standard: within(1) },
};

/** The standard of a service by its code. @throws RangeError for a service of somebody else */
export const standardOf = standardsOf(services);

/** The register's clock starts with a complete file. The days for a correction are a sample: no source gives them. */
function within(workingDays: number): ServiceStandard {
  return {
    workingDays,
    clockStart: 'DOCUMENTS_COMPLETE',
    restartsAfterCorrection: false,
    silentApproval: false,
    correctionDays: 14,
  };
}
