import type { AnnouncedStep, ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { dayOf, daysAfter } from '#kit/sandbox/calendar.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { CivilApplicationRecord, CivilRecordRecord, EventKind } from '../model.ts';
import { localDay } from '../rules/days.ts';
import { services } from '../rules/services.ts';
import { certificateOf } from './registrar.ts';

/** An application as the agency stores it, and as it tells the mall of it. */
export interface SandboxApplication {
  readonly row: CivilApplicationRecord;
  readonly announcement: ApplicationAnnouncement;
}

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
}

interface Product {
  /** The first requirement of the service in the mall's catalogue, which is returned when it cannot be read. */
  readonly requirementCode: string;
  readonly documentKind: string;
  readonly title: string;
}

const products: Readonly<Record<EventKind, Product>> = {
  BIRTH: product('BIRTH-LETTER', 'BIRTH_CERTIFICATE', 'Kutipan akta kelahiran'),
  STILLBIRTH: product('STILLBIRTH-LETTER', 'OTHER', 'Surat keterangan lahir mati'),
  DEATH: product('DEATH-LETTER', 'DEATH_CERTIFICATE', 'Kutipan akta kematian'),
  MARRIAGE: product('RELIGIOUS-MARRIAGE-LETTER', 'MARRIAGE_CERTIFICATE', 'Kutipan akta perkawinan'),
  DIVORCE: product('COURT-DECISION', 'OTHER', 'Kutipan akta perceraian'),
  ACKNOWLEDGEMENT: product('ACKNOWLEDGEMENT-LETTER', 'OTHER', 'Kutipan akta pengakuan anak'),
  ADOPTION: product('COURT-DECISION', 'OTHER', 'Catatan pinggir pengangkatan anak'),
  MOVE: product('F-1.03', 'MOVE_LETTER', 'Surat keterangan pindah (SKPWNI)'),
  NAME_CHANGE: product('COURT-DECISION', 'OTHER', 'Catatan pinggir perubahan nama'),
};

/** An application that is still on its way, or ended without a record. */
export function openApplication(report: Report, now: Date): SandboxApplication {
  const id = idOf(report);
  const steps = stepsOf(report, now);
  const { requirementCode } = products[report.kind];
  return {
    row: rowOf(id, report, steps, null),
    announcement: {
      ...envelopeOf(id, report, steps),
      ...(report.status === 'RETURNED' && {
        pendingAction: {
          kind: 'UPLOAD_DOCUMENT',
          title: 'Unggah ulang dokumen yang tidak terbaca',
          deadline: daysAfter(now, services[report.kind].standard.correctionDays),
          requirementCodes: [requirementCode],
        },
      }),
    },
  };
}

/** The application that a record came out of, and the record with the certificate that was issued. */
export function finishedApplication<Row extends CivilRecordRecord>(
  record: Row,
  report: Report & { readonly status: 'ISSUED' | 'COMPLETED' },
  now: Date,
): { record: Row; application: SandboxApplication } {
  const id = idOf(report);
  const steps = stepsOf(report, now);
  const issued = steps.find(({ to }) => to === 'ISSUED')?.at ?? now;
  const certificate = certificateOf(record._id, localDay(issued, report.regionCode), opaqueId('doc', id));
  const { documentKind, title } = products[report.kind];
  return {
    record: { ...record, certificate },
    application: {
      row: rowOf(id, report, steps, record._id),
      announcement: {
        ...envelopeOf(id, report, steps),
        outcome: {
          documentId: opaqueId('doc', id),
          kind: documentKind,
          title,
          issuedOn: certificate.issuedOn,
          verificationCode: certificate.verificationCode,
        },
      },
    },
  };
}

function idOf({ applicantId, kind, eventDate, regionCode, submittedAt }: Report): string {
  return trackingNumber(regionCode, dayOf(submittedAt), `civil ${applicantId} ${kind} ${eventDate}`);
}

function stepsOf({ status, submittedAt, applicantId, kind }: Report, now: Date): AnnouncedStep[] {
  return journey({
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

function rowOf(
  id: string,
  report: Report,
  steps: readonly AnnouncedStep[],
  recordNumber: string | null,
): CivilApplicationRecord {
  const { kind, applicantId, subjectId, eventDate, regionCode, destinationVillageCode, submittedAt, status } = report;
  return {
    _id: id,
    kind,
    applicantId,
    submittedById: applicantId,
    subjectId,
    eventDate,
    destinationVillageCode: destinationVillageCode ?? null,
    recordNumber,
    regionCode,
    status,
    sequence: steps.length,
    submittedAt,
  };
}

function envelopeOf(id: string, report: Report, steps: readonly AnnouncedStep[]): ApplicationAnnouncement {
  const random = new Random(`civil channel ${id}`);
  return {
    id,
    typeName: 'CivilApplication',
    agency: 'civil-records',
    serviceCode: services[report.kind].code,
    applicantId: report.applicantId,
    submittedById: report.applicantId,
    channel: random.pick(['ONLINE', 'ONLINE', 'COUNTER', 'MOBILE']),
    regionCode: report.regionCode,
    steps,
  };
}

function product(requirementCode: string, documentKind: string, title: string): Product {
  return { requirementCode, documentKind, title };
}
