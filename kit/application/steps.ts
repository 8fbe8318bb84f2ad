import { advance, type Happening, type ServiceTerms } from './advance.ts';
import type { AnnouncedAction } from './announcement.ts';
import type { ApplicationFile } from './file.ts';

/** What an agency says about its applications. All of it depends on nothing but the file. */
export interface ApplicationRules<File extends ApplicationFile> {
  readonly termsOf: (file: File) => ServiceTerms;
  /** Until when a returned file has to be corrected. */
  readonly correctUntil: (file: File) => Date;
  /** When the scheduler has to look at it next; null when nothing happens by itself. */
  readonly dueAt: (file: File) => Date | null;
  /** What the last step changes in the agency's own part of the file; also its outcome, where it was issued. */
  readonly afterSteps?: (file: File) => File;
}

/**
 * The file after some steps, with what follows from them: status, what the applicant has to do, when it is due.
 *
 * @throws as `advance` does
 */
export function takeSteps<File extends ApplicationFile>(
  file: File,
  happenings: readonly Happening[],
  rules: ApplicationRules<File>,
): File {
  const terms = rules.termsOf(file);
  const steps = [...file.steps];
  for (const happening of happenings) steps.push(advance(steps, happening, terms));
  const last = steps.at(-1);
  if (!last) throw new RangeError('A file has at least one step.');
  const moved: File = { ...file, steps, status: last.to, sequence: last.sequence };
  const next: File = { ...moved, pendingAction: actionAfter(moved, happenings.at(-1), rules) };
  const whole = rules.afterSteps?.(next) ?? next;
  return { ...whole, dueAt: rules.dueAt(whole) };
}

/** What the applicant has to do in this state. */
function actionAfter<File extends ApplicationFile>(
  file: File,
  happening: Happening | undefined,
  rules: ApplicationRules<File>,
): AnnouncedAction | null {
  const codes = happening?.requirementCodes ?? [];
  switch (file.status) {
    case 'RETURNED':
      return {
        kind: 'CORRECT_DATA',
        title: happening?.note ?? 'Please correct what the office names, and hand it in again.',
        deadline: rules.correctUntil(file),
        requirementCodes: [...codes],
      };
    case 'AWAITING_PAYMENT':
      return { kind: 'PAY', title: 'Please pay the fee by its billing code.', requirementCodes: [] };
    case 'FIELD_INSPECTION':
      return { kind: 'ATTEND_INSPECTION', title: 'Please be there when the office visits.', requirementCodes: [] };
    default:
      return null;
  }
}
