import { regionPath } from '#kit/regionCode.ts';
import { dayOf, daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import { activityById } from '../kbli/activityById.ts';
import { type BusinessProjectRecord, type BusinessRecord, classificationId } from '../model.ts';
import { licenseName } from '../rules/licenses.ts';
import { requirementOf } from './activities.ts';
import { projectOf } from './businesses.ts';
import type { Story } from './filing.ts';
import { numberStory } from './stories.ts';
import { workingDaysBefore } from './workingDays.ts';

type Facts = Pick<BusinessRecord, 'name' | 'actorType' | 'entityType' | 'scale' | 'capitalStatus'> & {
  readonly codes: readonly string[];
  readonly registeredDaysAgo: number;
  readonly mainProject?: Partial<BusinessProjectRecord>;
};

const rupiah = 100;

const businesses: Partial<Record<CitizenSlug, Facts>> = {
  'food-seller': {
    name: 'Warung Contoh Bu Sari',
    actorType: 'INDIVIDUAL',
    entityType: null,
    scale: 'MICRO',
    capitalStatus: 'NONE',
    codes: ['56102'],
    registeredDaysAgo: 3,
    mainProject: { investmentMinor: 25_000_000 * rupiah, workersLocal: 2, landArea: 36 },
  },
  investor: {
    name: 'PT Perumpamaan Graha Wisata',
    actorType: 'ENTITY',
    entityType: 'LIMITED_COMPANY',
    scale: 'LARGE',
    capitalStatus: 'DOMESTIC_INVESTMENT',
    codes: ['55110', '56101'],
    registeredDaysAgo: 240,
    mainProject: {
      investmentMinor: 85_000_000_000 * rupiah,
      workersLocal: 120,
      workersForeign: 2,
      landArea: 4_200,
      latitude: -7.777,
      longitude: 110.36,
    },
  },
  'late-filer': {
    name: 'Apotek Tamsil Sehat',
    actorType: 'INDIVIDUAL',
    entityType: null,
    scale: 'SMALL',
    capitalStatus: 'NONE',
    codes: ['47721', '47112'],
    registeredDaysAgo: 900,
  },
};

/** The business of a citizen of the cast, or null for one who owns none. */
export function castBusiness(person: SyntheticPerson, household: SyntheticHousehold, now: Date): BusinessRecord | null {
  const facts = person.persona && businesses[person.persona];
  const { nib } = person;
  if (!facts || nib === null) return null;
  const { codes, registeredDaysAgo, mainProject, ...business } = facts;
  const random = new Random(`business of ${person.persona}`);
  const projects = codes.map((code, order) => ({
    ...projectOf(nib, order, activityById(classificationId('KBLI_2020', code)), facts.scale, household, random),
    ...(order === 0 ? mainProject : {}),
  }));
  return {
    ...business,
    _id: nib,
    ownerId: person.id,
    regionPath: regionPath(household.place.villageCode),
    taxpayerId: person.taxpayerId,
    responsiblePersonIds: [person.id],
    address: household.street,
    status: 'ACTIVE',
    issuedAt: daysBefore(now, registeredDaysAgo),
    projects,
  };
}

/** What the cast applies for, told so that it fits what each citizen shows (kit/sandbox/cast.ts). */
export function castStories(slug: CitizenSlug, business: BusinessRecord | null, now: Date): Story[] {
  if (slug === 'nurse') return [practiceWithoutAnswer(now)];
  if (!business) return [];
  if (slug === 'food-seller') return [{ ...numberStory(business), events: wayTo.ISSUED }, packagedFood(business, now)];
  if (slug === 'investor') return [numberStory(business), landUse(business), hotelUnderInspection(business, now)];
  return [numberStory(business), landUse(business), pharmacyHeldForTaxes(business, now)];
}

/** In verification for nearly all of the five working days, so that it will soon issue by itself. */
function practiceWithoutAnswer(now: Date): Story {
  return {
    service: 'HEALTH_PRACTICE',
    licenseName: 'Surat izin praktik perawat',
    events: wayTo.VERIFICATION,
    submittedAt: workingDaysBefore(now, 4),
    hoursPerStep: 1,
    channel: 'ONLINE',
    project: null,
    authority: 'REGENCY',
    taxFlag: null,
  };
}

/** An open file on the desk of Banyuwangi: she wants to sell her snacks in packets, too. */
function packagedFood(business: BusinessRecord, now: Date): Story {
  return {
    ...forMainProject('SUPPORTING_LICENSE', business),
    licenseName: 'Sertifikat produksi pangan industri rumah tangga (SPP-IRT)',
    events: wayTo.VERIFICATION,
    submittedAt: daysBefore(now, 2),
    hoursPerStep: 6,
    taxFlag: 'VALID',
  };
}

function landUse(business: BusinessRecord): Story {
  return {
    ...forMainProject('BASIC_REQUIREMENT', business),
    events: wayTo.COMPLETED,
    submittedAt: daysAfter(business.issuedAt, 5),
    hoursPerStep: 96,
    taxFlag: 'VALID',
  };
}

/** Returned once and handed in again, so that the clock was paused between. */
function hotelUnderInspection(business: BusinessRecord, now: Date): Story {
  return {
    ...forMainProject('STANDARD_CERTIFICATE', business),
    events: ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'RETURN_FOR_CORRECTION', 'RESUBMIT', 'SEND_TO_INSPECTION'],
    submittedAt: daysBefore(now, 21),
    hoursPerStep: 72,
    taxFlag: 'VALID',
    notes: {
      RETURN_FOR_CORRECTION: 'The plan of the escape routes does not show the second floor.',
      RESUBMIT: 'The plan now shows all floors.',
    },
    visitOn: dayOf(daysAfter(now, 2)),
  };
}

/** The tax agency answered that two annual returns are missing, so the file was not even checked. */
function pharmacyHeldForTaxes(business: BusinessRecord, now: Date): Story {
  const submittedAt = daysBefore(now, 9);
  return {
    ...forMainProject('PERMIT', business),
    events: ['SUBMIT', 'TAKE_UP', 'RETURN_FOR_CORRECTION'],
    submittedAt,
    hoursPerStep: 24,
    taxFlag: 'ANNUAL_RETURN_MISSING',
    notes: { RETURN_FOR_CORRECTION: 'The tax status is not valid: annual returns are missing.' },
    pendingAction: {
      kind: 'CORRECT_DATA',
      title: 'Please file the missing annual tax returns, then hand the application in again.',
      deadline: daysAfter(submittedAt, 30),
      requirementCodes: ['KSWP'],
    },
  };
}

function forMainProject(service: LicenseKind, business: BusinessRecord) {
  const [project] = business.projects;
  if (!project) throw new Error(`${business.name} has no project to apply for.`);
  return {
    service,
    licenseName: licenseName(service, activityById(project.classificationId)),
    channel: 'ONLINE',
    project,
    authority: requirementOf(business, project).authority,
  } as const;
}
