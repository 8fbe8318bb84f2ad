import { type OfferedService, type ServiceStandard, standardsOf } from '#kit/application/clock/standard.ts';
import type { EventKind } from '../model.ts';

/**
 * The services by which events are reported here. Their days are those of the mall's catalogue; a test of the whole graph
 * holds the two together.
 */
export const services: Readonly<Record<EventKind, OfferedService>> = {
  BIRTH: { code: 'CIVIL-BIRTH', standard: within(1) },
  STILLBIRTH: { code: 'CIVIL-STILLBIRTH', standard: within(1) },
  DEATH: { code: 'CIVIL-DEATH', standard: within(1) },
  MARRIAGE: { code: 'CIVIL-MARRIAGE', standard: within(3) },
  DIVORCE: { code: 'CIVIL-DIVORCE', standard: within(3) },
  ACKNOWLEDGEMENT: { code: 'CIVIL-ACKNOWLEDGEMENT', standard: within(3) },
  ADOPTION: { code: 'CIVIL-ADOPTION', standard: within(3) },
  MOVE: { code: 'CIVIL-MOVE', standard: within(1) },
  NAME_CHANGE: { code: 'CIVIL-NAME-CHANGE', standard: within(3) },
};

/** The standard of a service by its code. @throws RangeError for a service of somebody else */
export const standardOf = standardsOf(services);

/** The registrar's clock starts with a complete file. The days for a correction are a sample: no source gives them. */
function within(workingDays: number): ServiceStandard {
  return {
    workingDays,
    clockStart: 'DOCUMENTS_COMPLETE',
    restartsAfterCorrection: false,
    silentApproval: false,
    correctionDays: 7,
  };
}
