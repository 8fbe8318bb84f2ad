import { daysBefore } from '#kit/sandbox/calendar.ts';
import { places } from '#kit/sandbox/places.ts';
import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { CivilRecordRecord, EventKind } from '../model.ts';
import { dayAfter, localDay } from '../rules/days.ts';
import { finishedApplication, openApplication, type Report } from './applications.ts';
import type { FamilyFile } from './familyFile.ts';
import type { Family } from './household.ts';
import { birthOf, moveOf } from './statements.ts';

const openStatuses = [
  'SUBMITTED',
  'DOCUMENT_CHECK',
  'RETURNED',
  'VERIFICATION',
  'AWAITING_APPROVAL',
  'REJECTED',
  'WITHDRAWN',
] as const;

const openKinds: readonly EventKind[] = [
  'BIRTH',
  'BIRTH',
  'BIRTH',
  'DEATH',
  'DEATH',
  'MARRIAGE',
  'MOVE',
  'MOVE',
  'STILLBIRTH',
  'ACKNOWLEDGEMENT',
  'ADOPTION',
  'NAME_CHANGE',
];

/** Since the first digital mall opened, records come out of applications. */
const firstDigitalMall = '2023-06-20';

/** One adult of six has one to three applications: a finished one where a recent record allows it, the others open. */
export function applicationsByChance(family: Family, records: readonly CivilRecordRecord[], now: Date): FamilyFile {
  return family.adults.reduce<FamilyFile>((file, adult) => withApplicationsOf(adult, file, family, now), {
    records,
    applications: [],
  });
}

function withApplicationsOf(adult: SyntheticPerson, file: FamilyFile, family: Family, now: Date): FamilyFile {
  const random = new Random(`civil applications of ${adult.id}`);
  if (!random.chance(1 / 6)) return file;
  const finished = withFinishedApplication(adult, file, now);
  const open = kindsByChance(random).map((kind) => openApplication(openReport(kind, adult, family, random, now), now));
  return { records: finished.records, applications: [...finished.applications, ...open] };
}

function withFinishedApplication(adult: SyntheticPerson, file: FamilyFile, now: Date): FamilyFile {
  const record = file.records.find(
    ({ partyIds, reportedOn, certificate }) =>
      partyIds.includes(adult.id) && reportedOn > firstDigitalMall && certificate?.documentId === null,
  );
  if (!record) return file;
  const { record: issued, application } = finishedApplication(
    record,
    {
      kind: record.kind,
      applicantId: adult.id,
      subjectId: subjectOf(record),
      eventDate: record.eventDate,
      regionCode: record.regionCode,
      submittedAt: new Date(`${record.reportedOn}T03:00:00Z`),
      status: new Random(`civil end of ${record._id}`).pick(['ISSUED', 'COMPLETED', 'COMPLETED']),
      ...(record.kind === 'MOVE' && { destinationVillageCode: record.destinationVillageCode }),
    },
    now,
  );
  return {
    records: file.records.map((other) => (other === record ? issued : other)),
    applications: [...file.applications, application],
  };
}

function openReport(kind: EventKind, adult: SyntheticPerson, family: Family, random: Random, now: Date): Report {
  const submittedAt = daysBefore(now, random.whole(0, 20) + random.next());
  const elsewhere = places.filter(({ regency }) => regency !== family.household.place.regency);
  const report = {
    kind,
    applicantId: adult.id,
    subjectId: subjectOfOpen(kind, adult, family),
    eventDate: dayAfter(localDay(submittedAt, family.regionCode), -random.whole(1, 90)),
    regionCode: family.regionCode,
    submittedAt,
    status: random.pick(openStatuses),
  };
  if (kind === 'BIRTH') {
    const child = { childName: 'Anak Contoh', sex: 'MALE', order: family.children.length + 1 } as const;
    return { ...report, stated: birthOf(family, child) };
  }
  if (kind !== 'MOVE') return report;
  const destinationVillageCode = random.pick(elsewhere).villageCode;
  return { ...report, destinationVillageCode, stated: moveOf(family, destinationVillageCode) };
}

/** One or two different kinds. */
function kindsByChance(random: Random): EventKind[] {
  return [...new Set([random.pick(openKinds), random.pick(openKinds)])];
}

function subjectOf(record: CivilRecordRecord): string | null {
  if (record.kind === 'BIRTH') return record.childId;
  return record.kind === 'DEATH' ? record.deceasedId : (record.partyIds[0] ?? null);
}

function subjectOfOpen(kind: EventKind, adult: SyntheticPerson, { children }: Family): string | null {
  if (kind === 'MARRIAGE' || kind === 'MOVE' || kind === 'NAME_CHANGE') return adult.id;
  if (kind === 'ACKNOWLEDGEMENT' || kind === 'ADOPTION') return children[0]?.id ?? null;
  return null;
}
