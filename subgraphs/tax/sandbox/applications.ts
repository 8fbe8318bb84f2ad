import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { dayOf, daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { TaxApplicationRecord, TaxServiceKind } from '../model.ts';
import { services } from '../rules/services.ts';
import { profileOf, type Wish, wishesByChance } from './profiles.ts';

/** An application as the agency stores it, and as it tells the mall of it. */
export interface SandboxApplication {
  readonly row: TaxApplicationRecord;
  readonly announcement: ApplicationAnnouncement;
}

interface Product {
  /** The requirement of the service that is asked for again when it cannot be read. */
  readonly requirementCode: string;
  readonly documentKind: 'TAX_CARD' | 'OTHER';
  readonly title: string;
}

const products: Readonly<Record<TaxServiceKind, Product>> = {
  REGISTRATION: product('KTP', 'TAX_CARD', 'Kartu NPWP'),
  NIK_MATCHING: product('KK', 'TAX_CARD', 'Bukti pemadanan NIK dan NPWP'),
  DATA_CHANGE: product('CHANGE-EVIDENCE', 'OTHER', 'Surat keterangan terdaftar'),
  SET_NON_EFFECTIVE: product('NON-EFFECTIVE-STATEMENT', 'OTHER', 'Surat penetapan wajib pajak nonaktif'),
  TAX_CLEARANCE_LETTER: product('ANNUAL-RETURNS', 'OTHER', 'Surat Keterangan Fiskal'),
};

/** What the adults of a household apply for: the cast by their profiles, everybody else by chance. */
export function applicationsOf(household: SyntheticHousehold, now: Date): SandboxApplication[] {
  const isOfCast = household.members.some(({ persona }) => persona !== null);
  return household.members
    .filter(({ relationship, deceased }) => relationship !== 'CHILD' && !deceased)
    .flatMap((person) => {
      const profile = person.taxpayerId === null ? null : profileOf(person);
      const wishes = isOfCast ? (profile?.wishes ?? []) : wishesByChance(person, profile);
      return wishes.map((wish) => application(wish, person, household, now));
    });
}

function application(
  { kind, status, daysAgo }: Wish,
  person: SyntheticPerson,
  household: SyntheticHousehold,
  now: Date,
): SandboxApplication {
  const random = new Random(`tax application ${kind} ${person.id}`);
  const submittedAt = daysBefore(now, daysAgo + random.next() / 2);
  const regionCode = household.place.villageCode.slice(0, 5);
  const id = trackingNumber(regionCode, dayOf(submittedAt), `tax ${kind} ${person.id}`);
  const steps = journey({
    events: wayTo[status],
    startedAt: submittedAt,
    now,
    clockStart: services[kind].standard.clockStart,
    random,
    notes: {
      RETURN_FOR_CORRECTION: 'Dokumen tidak terbaca, mohon unggah ulang.',
      REJECT:
        kind === 'TAX_CLEARANCE_LETTER' ? 'Syarat status wajib pajak belum terpenuhi.' : 'Syarat belum terpenuhi.',
    },
  });
  const issued = steps.find(({ to }) => to === 'ISSUED');
  const envelope = { applicantId: person.id, submittedById: person.id, regionCode };
  return {
    row: { _id: id, kind, ...envelope, taxpayerId: person.taxpayerId, status, sequence: steps.length, submittedAt },
    announcement: {
      id,
      typeName: 'TaxApplication',
      agency: 'tax',
      serviceCode: services[kind].code,
      ...envelope,
      channel: random.pick(['ONLINE', 'ONLINE', 'COUNTER', 'KIOSK']),
      steps,
      ...(status === 'RETURNED' && { pendingAction: uploadAgain(kind, now) }),
      ...(issued && { outcome: documentOf(id, kind, dayOf(issued.at)) }),
    },
  };
}

function uploadAgain(kind: TaxServiceKind, now: Date): NonNullable<ApplicationAnnouncement['pendingAction']> {
  return {
    kind: 'UPLOAD_DOCUMENT',
    title: 'Unggah ulang dokumen yang tidak terbaca',
    deadline: daysAfter(now, services[kind].standard.correctionDays),
    requirementCodes: [products[kind].requirementCode],
  };
}

function documentOf(
  applicationId: string,
  kind: TaxServiceKind,
  issuedOn: string,
): NonNullable<ApplicationAnnouncement['outcome']> {
  const { documentKind, title } = products[kind];
  return {
    documentId: opaqueId('doc', applicationId),
    kind: documentKind,
    title,
    issuedOn,
    verificationCode: opaqueId('ver', applicationId),
  };
}

function product(requirementCode: string, documentKind: Product['documentKind'], title: string): Product {
  return { requirementCode, documentKind, title };
}
