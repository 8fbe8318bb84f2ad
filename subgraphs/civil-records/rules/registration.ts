import type {
  BirthRecordRecord,
  CivilApplicationRecord,
  DeathRecordRecord,
  MoveRecordRecord,
  RecordKind,
} from '../model.ts';
import { localDay } from './days.ts';

/** Where in the registers an event is entered. */
export interface Entry {
  readonly kind: RecordKind;
  readonly regionCode: string;
  readonly reportedOn: string;
}

/** Where a report is entered that was granted; null before. */
export function entryOf(application: CivilApplicationRecord): Entry | null {
  const { report, outcome, regionCode } = application;
  if (report === null || outcome === null) return null;
  return { kind: report.kind, regionCode, reportedOn: reportedOn(application) };
}

/** The name of the page that an entry stands on: an office numbers the events of a day and kind. */
export function pageOf({ kind, regionCode, reportedOn }: Entry): string {
  return `${kind} ${regionCode} ${reportedOn}`;
}

/** The day on which an event was reported, at the office. */
export function reportedOn({ steps, regionCode }: Pick<CivilApplicationRecord, 'steps' | 'regionCode'>): string {
  return localDay(steps[0]?.at ?? new Date(0), regionCode);
}

/** The record that comes out of a report, from the application alone; null before it is granted. */
export function recordOf(
  application: CivilApplicationRecord,
  number: string,
): BirthRecordRecord | DeathRecordRecord | MoveRecordRecord | null {
  const { _id: applicationId, report, outcome, eventDate, regionCode, applicantId } = application;
  if (report === null || outcome === null) return null;
  const { issuedOn, verificationCode, documentId } = outcome;
  const event = {
    _id: number,
    eventDate,
    reportedOn: reportedOn(application),
    regionCode,
    certificate: { issuedOn, verificationCode, documentId, withdrawnOn: null },
    applicationId,
  };
  switch (report.kind) {
    case 'BIRTH': {
      const { placeType, birthType, order, helper, weightGrams, lengthCm, motherId, fatherId } = report;
      const partyIds = [motherId, fatherId].filter((id) => id !== null);
      const parents = { childId: null, motherId, fatherId };
      const facts = { placeType, birthType, order, helper, weightGrams, lengthCm };
      return { ...event, kind: 'BIRTH', partyIds, ...parents, ...facts };
    }
    case 'DEATH': {
      const { deceasedId, cause, familyIds } = report;
      return { ...event, kind: 'DEATH', partyIds: [...new Set([...familyIds, deceasedId])], deceasedId, cause };
    }
    case 'MOVE': {
      const { moverIds, originVillageCode, destinationVillageCode, reason, who } = report;
      const partyIds = [...new Set([...moverIds, applicantId])];
      return { ...event, kind: 'MOVE', partyIds, moverIds, originVillageCode, destinationVillageCode, reason, who };
    }
  }
}
