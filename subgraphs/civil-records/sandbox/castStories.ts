import { daysBefore } from '#kit/sandbox/calendar.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import type { BirthRecordRecord, CivilRecordRecord } from '../model.ts';
import { dayAfter, localDay } from '../rules/days.ts';
import { finishedApplication, openApplication, type Report } from './applications.ts';
import type { FamilyFile } from './familyFile.ts';
import type { Family } from './household.ts';
import { birthOf, deathOf, moveOf } from './statements.ts';

type Story = (teller: SyntheticPerson, family: Family, records: readonly CivilRecordRecord[], now: Date) => FamilyFile;

const villageInBatam = '21.71.07.1001';

/** What a citizen of the cast shows here. Who is not named has the records of the household only. */
export const castStories: Readonly<Partial<Record<CitizenSlug, Story>>> = {
  'food-seller': certificateOfYoungestChild,
  'new-parent': birthReportedLate,
  mover: moveToBatam,
  widow: deathOfHusband,
};

function certificateOfYoungestChild(
  mother: SyntheticPerson,
  family: Family,
  records: readonly CivilRecordRecord[],
  now: Date,
): FamilyFile {
  const { children, regionCode } = family;
  const youngest = children.at(-1);
  const birth = records.find(
    (record): record is BirthRecordRecord => record.kind === 'BIRTH' && record.childId === youngest?.id,
  );
  if (!birth) return { records, applications: [] };
  const report: Report & { status: 'COMPLETED' } = {
    ...reportBy(mother, regionCode),
    kind: 'BIRTH',
    subjectId: youngest?.id ?? null,
    eventDate: birth.eventDate,
    submittedAt: morningOf(birth.reportedOn),
    status: 'COMPLETED',
    ...(youngest && { stated: birthOf(family, { ...youngest, childName: youngest.fullName, order: birth.order }) }),
  };
  const finished = finishedApplication(birth, report, now);
  return {
    records: records.map((record) => (record === birth ? finished.record : record)),
    applications: [finished.application],
  };
}

/** The child is in no register yet, so the application has no subject. */
function birthReportedLate(
  father: SyntheticPerson,
  family: Family,
  records: readonly CivilRecordRecord[],
  now: Date,
): FamilyFile {
  const { regionCode } = family;
  const report: Report = {
    ...reportBy(father, regionCode),
    kind: 'BIRTH',
    subjectId: null,
    eventDate: dayAfter(localDay(now, regionCode), -62),
    submittedAt: daysBefore(now, 1),
    status: 'DOCUMENT_CHECK',
    stated: birthOf(family, { childName: 'Cut Umpama', sex: 'FEMALE', order: family.children.length + 1 }),
  };
  return { records, applications: [openApplication(report, now)] };
}

function moveToBatam(
  head: SyntheticPerson,
  family: Family,
  records: readonly CivilRecordRecord[],
  now: Date,
): FamilyFile {
  const { regionCode } = family;
  const report: Report = {
    ...reportBy(head, regionCode),
    kind: 'MOVE',
    subjectId: head.id,
    eventDate: dayAfter(localDay(now, regionCode), -3),
    destinationVillageCode: villageInBatam,
    submittedAt: daysBefore(now, 2),
    status: 'VERIFICATION',
    stated: moveOf(family, villageInBatam),
  };
  return { records, applications: [openApplication(report, now)] };
}

function deathOfHusband(
  widow: SyntheticPerson,
  family: Family,
  records: readonly CivilRecordRecord[],
  now: Date,
): FamilyFile {
  const { father, regionCode } = family;
  const report: Report = {
    ...reportBy(widow, regionCode),
    kind: 'DEATH',
    subjectId: father?.id ?? null,
    eventDate: dayAfter(localDay(now, regionCode), -12),
    submittedAt: daysBefore(now, 2),
    status: 'VERIFICATION',
    ...(father && { stated: deathOf(father, family) }),
  };
  return { records, applications: [openApplication(report, now)] };
}

function reportBy({ id }: SyntheticPerson, regionCode: string): { applicantId: string; regionCode: string } {
  return { applicantId: id, regionCode };
}

/** Ten o'clock in Jakarta. */
function morningOf(day: string): Date {
  return new Date(`${day}T03:00:00Z`);
}
