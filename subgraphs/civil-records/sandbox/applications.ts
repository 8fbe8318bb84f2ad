import type { LifecycleStep } from '#kit/application/advance.ts';
import type { AnnouncedAction } from '#kit/application/announcement.ts';
import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { dayOf, daysAfter } from '#kit/sandbox/calendar.ts';
import { course, wayTo } from '#kit/sandbox/journey.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import type { CivilApplicationRecord, CivilRecordRecord, CivilReport, EventKind } from '../model.ts';
import { applicationRules } from '../rules/applicationRules.ts';
import { localDay } from '../rules/days.ts';
import { products } from '../rules/products.ts';
import { services } from '../rules/services.ts';
import { certificateOf } from './registrar.ts';

/** What somebody reports. */
export interface Report {
  readonly kind: EventKind;
  readonly applicantId: string;
  readonly subjectId: string | null;
  readonly eventDate: string;
  /** The regency whose office it is reported to. */
  readonly regionCode: string;
  readonly destinationVillageCode?: string;
  readonly submittedAt: Date;
  readonly status: ApplicationStatus;
  /** What was stated; left out for what was reported on paper. */
  readonly stated?: CivilReport;
}

/** An application that is still on its way, or ended without a record. */
export function openApplication(report: Report, now: Date): CivilApplicationRecord {
  const { requirementCode } = products[report.kind];
  const pendingAction: AnnouncedAction = {
    kind: 'UPLOAD_DOCUMENT',
    title: 'Unggah ulang dokumen yang tidak terbaca',
    deadline: daysAfter(now, services[report.kind].standard.correctionDays),
    requirementCodes: [requirementCode],
  };
  return fileOf(report, stepsOf(report, now), { pendingAction: report.status === 'RETURNED' ? pendingAction : null });
}

/** The application that a record came out of, and the record with the certificate that was issued. */
export function finishedApplication<Row extends CivilRecordRecord>(
  record: Row,
  report: Report & { readonly status: 'ISSUED' | 'COMPLETED' },
  now: Date,
): { record: Row; application: CivilApplicationRecord } {
  const id = idOf(report);
  const steps = stepsOf(report, now);
  const issued = steps.find(({ to }) => to === 'ISSUED')?.at ?? now;
  const certificate = certificateOf(record._id, localDay(issued, report.regionCode), opaqueId('doc', id));
  const { documentKind, title } = products[report.kind];
  const { issuedOn, verificationCode } = certificate;
  const outcome = { documentId: opaqueId('doc', id), kind: documentKind, title, issuedOn, verificationCode };
  return {
    record: { ...record, certificate, applicationId: id },
    application: fileOf(report, steps, { outcome, verificationCode }),
  };
}

function idOf({ applicantId, kind, eventDate, regionCode, submittedAt }: Report): string {
  return trackingNumber(regionCode, dayOf(submittedAt), `civil ${applicantId} ${kind} ${eventDate}`);
}

function stepsOf({ status, submittedAt, applicantId, kind }: Report, now: Date): LifecycleStep[] {
  return course({
    events: wayTo[status],
    startedAt: submittedAt,
    now,
    clockStart: services[kind].standard.clockStart,
    random: new Random(`civil steps ${applicantId} ${kind}`),
    hoursPerStep: 5,
    notes: {
      RETURN_FOR_CORRECTION: 'Dokumen tidak terbaca, mohon unggah ulang.',
      REJECT: 'Peristiwa ini sudah tercatat.',
    },
  });
}

function fileOf(
  report: Report,
  steps: readonly LifecycleStep[],
  own: Partial<Pick<CivilApplicationRecord, 'pendingAction' | 'outcome' | 'verificationCode'>>,
): CivilApplicationRecord {
  const { kind, applicantId, subjectId, eventDate, regionCode, destinationVillageCode, stated } = report;
  const _id = idOf(report);
  const file: CivilApplicationRecord = {
    ...seededFile({
      _id,
      applicantId,
      serviceCode: services[kind].code,
      channel: new Random(`civil channel ${_id}`).pick(['ONLINE', 'ONLINE', 'COUNTER', 'MOBILE']),
      regionCode,
      steps,
      pendingAction: own.pendingAction ?? null,
      outcome: own.outcome ?? null,
    }),
    kind,
    subjectId,
    eventDate,
    destinationVillageCode: destinationVillageCode ?? null,
    report: stated ?? null,
    verificationCode: own.verificationCode ?? verificationCode(`sandbox ${_id}`),
  };
  return { ...file, dueAt: applicationRules.dueAt(file) };
}
