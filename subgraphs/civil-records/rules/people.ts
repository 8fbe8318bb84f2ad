import type { CivilApplicationRecord } from '../model.ts';

/** Everybody whose data an application holds, as far as they are citizens that the register knows. */
export function peopleIn({ applicantId, subjectId, report }: CivilApplicationRecord): string[] {
  const people = [applicantId, subjectId];
  if (report?.kind === 'BIRTH') people.push(report.motherId, report.fatherId);
  if (report?.kind === 'MOVE') people.push(...report.moverIds);
  return [...new Set(people.filter((id) => id !== null))];
}
