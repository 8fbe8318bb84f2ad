import { type OfferedService, type ServiceStandard, standardsOf } from '#kit/application/clock/standard.ts';
import type { TaxServiceKind } from '../model.ts';

/**
 * The services that people apply for here. Their days are those of the mall's catalogue; a test of the whole graph holds
 * the two together.
 */
export const services: Readonly<Record<TaxServiceKind, OfferedService>> = {
  REGISTRATION: { code: 'TAX-REGISTRATION', standard: within(1) },
  NIK_MATCHING: { code: 'TAX-NIK-MATCHING', standard: within(1) },
  DATA_CHANGE: { code: 'TAX-DATA-CHANGE', standard: within(1) },
  SET_NON_EFFECTIVE: { code: 'TAX-SET-NON-EFFECTIVE', standard: within(5) },
  TAX_CLEARANCE_LETTER: { code: 'TAX-CLEARANCE-LETTER', standard: within(3) },
};

/** The standard of a service by its code. @throws RangeError for a service of somebody else */
export const standardOf = standardsOf(services);

/** The tax office's clock starts with a complete file. The days for a correction are a sample: no source gives them. */
function within(workingDays: number): ServiceStandard {
  return {
    workingDays,
    clockStart: 'DOCUMENTS_COMPLETE',
    restartsAfterCorrection: false,
    silentApproval: false,
    correctionDays: 7,
  };
}
