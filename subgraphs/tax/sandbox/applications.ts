import type { AnnouncedAction } from '#kit/application/announcement.ts';
import type { Outcome } from '#kit/application/file.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { dayOf, daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import { course, wayTo } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import type { TaxApplicationRecord, TaxServiceKind, TaxStatement } from '../model.ts';
import { applicationRules } from '../rules/applicationRules.ts';
import { products } from '../rules/products.ts';
import { services } from '../rules/services.ts';
import { officeOf } from './offices.ts';
import { profileOf, type Wish, wishesByChance } from './profiles.ts';

/** The requirement of the service that is asked for again when it cannot be read. */
const oftenUnreadable: Readonly<Record<TaxServiceKind, string>> = {
  REGISTRATION: 'KTP',
  NIK_MATCHING: 'KK',
  DATA_CHANGE: 'CHANGE-EVIDENCE',
  SET_NON_EFFECTIVE: 'NON-EFFECTIVE-STATEMENT',
  TAX_CLEARANCE_LETTER: 'ANNUAL-RETURNS',
};

/** What the adults of a household apply for: the cast by their profiles, everybody else by chance. */
export function applicationsOf(household: SyntheticHousehold, now: Date): TaxApplicationRecord[] {
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
): TaxApplicationRecord {
  const random = new Random(`tax application ${kind} ${person.id}`);
  const submittedAt = daysBefore(now, daysAgo + random.next() / 2);
  const regionCode = household.place.villageCode.slice(0, 5);
  const _id = trackingNumber(regionCode, dayOf(submittedAt), `tax ${kind} ${person.id}`);
  const code = verificationCode(`sandbox ${_id}`);
  const steps = course({
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
  const file: TaxApplicationRecord = {
    ...seededFile({
      _id,
      applicantId: person.id,
      serviceCode: services[kind].code,
      channel: random.pick(['ONLINE', 'ONLINE', 'COUNTER', 'KIOSK']),
      regionCode,
      steps,
      pendingAction: status === 'RETURNED' ? uploadAgain(kind, now) : null,
      outcome: issued ? documentOf(_id, kind, dayOf(issued.at), code) : null,
    }),
    kind,
    taxpayerId: person.taxpayerId,
    statement: statementOf(kind, person, household),
    verificationCode: code,
  };
  return { ...file, dueAt: applicationRules.dueAt(file) };
}

/** What its applicant stated: what the registers hold of the same person. */
function statementOf(
  kind: TaxServiceKind,
  { nik, fullName }: SyntheticPerson,
  { street, place }: SyntheticHousehold,
): TaxStatement {
  const isNew = kind === 'REGISTRATION';
  return {
    nik: isNew || kind === 'NIK_MATCHING' ? nik : null,
    name: isNew ? fullName : null,
    address: isNew || kind === 'DATA_CHANGE' ? `${street}, ${place.village}, ${place.regency}` : null,
    office: isNew ? officeOf(place.regency) : null,
    receipts: [],
  };
}

function uploadAgain(kind: TaxServiceKind, now: Date): AnnouncedAction {
  return {
    kind: 'UPLOAD_DOCUMENT',
    title: 'Unggah ulang dokumen yang tidak terbaca',
    deadline: daysAfter(now, services[kind].standard.correctionDays),
    requirementCodes: [oftenUnreadable[kind]],
  };
}

function documentOf(applicationId: string, kind: TaxServiceKind, issuedOn: string, code: string): Outcome {
  const { kind: documentKind, title } = products[kind];
  return {
    documentId: opaqueId('doc', applicationId),
    kind: documentKind,
    title,
    issuedOn,
    verificationCode: code,
  };
}
