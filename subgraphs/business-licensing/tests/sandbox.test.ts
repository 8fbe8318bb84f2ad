import { describe, expect, it } from '@jest/globals';
import { announcementOf } from '#kit/application/outbox.ts';
import { isTrackingNumber } from '#kit/application/trackingNumber.ts';
import { type CitizenSlug, citizenSlugs } from '#kit/sandbox/cast.ts';
import { createPopulation } from '#kit/sandbox/population.ts';
import { licenseApplications } from '../applications.ts';
import { requirementOf } from '../sandbox/activities.ts';
import { businessByChance } from '../sandbox/businesses.ts';
import { castBusiness, castStories } from '../sandbox/cast.ts';
import { file } from '../sandbox/filing.ts';
import { licensesWithoutApplication } from '../sandbox/licenses.ts';
import { approvalStories, numberStory } from '../sandbox/stories.ts';
import { workingDaysBefore } from '../sandbox/workingDays.ts';

const now = new Date('2026-11-24T03:00:00Z');
const households = createPopulation(3_000, now);

function castDossier(slug: CitizenSlug) {
  const household = households.find(({ members }) => members.some(({ persona }) => persona === slug));
  const person = household?.members.find(({ persona }) => persona === slug);
  if (!household || !person) throw new Error(`${slug} is not in the population.`);
  const business = castBusiness(person, household, now);
  const filings = castStories(slug, business, now).map((story, index) => file(story, index, person, household, now));
  return { business, filings };
}

function dossiersByChance() {
  return households.flatMap((household) =>
    household.members.flatMap((person) => {
      if (person.persona || person.nib === null) return [];
      const business = businessByChance(person.nib, person, household, now);
      const stories = [numberStory(business), ...approvalStories(business, now)];
      const filings = stories.map((story, index) => file(story, index, person, household, now));
      return [{ business, filings, otherLicenses: licensesWithoutApplication(business, filings) }];
    }),
  );
}

describe('the cast', () => {
  it('gives the food seller a micro business with a low risk, its number issued and a food certificate asked for', () => {
    const { business, filings } = castDossier('food-seller');
    expect(business).toMatchObject({ scale: 'MICRO', status: 'ACTIVE', projects: [{ riskLevel: 'LOW' }] });
    expect(filings.map(({ application }) => application.steps.at(-1)?.to)).toEqual(['ISSUED', 'VERIFICATION']);
    expect(filings[0]?.license).toMatchObject({ kind: 'BUSINESS_NUMBER', status: 'ISSUED', number: business?._id });
  });

  it('gives the nurse a practice licence in verification, its clock running since four working days, and no business', () => {
    const { business, filings } = castDossier('nurse');
    expect(business).toBeNull();
    const [practice] = filings;
    expect(practice?.application.serviceCode).toBe('LICENSING-HEALTH-PRACTICE');
    expect(practice?.application).toMatchObject({ kind: 'SUPPORTING_LICENSE', nib: null, projectId: null });
    expect(practice?.application.steps[0]?.at).toEqual(new Date('2026-11-18T03:00:00Z'));
    expect(practice?.application.steps.at(-1)).toMatchObject({ to: 'VERIFICATION', slaEffect: 'START' });
  });

  it("gives the investor a hotel that waits for a visit, its clock paused once while it was the applicant's turn", () => {
    const { business, filings } = castDossier('investor');
    expect(business?.projects[0]).toMatchObject({ classificationId: 'KBLI_2020:55110', riskLevel: 'MEDIUM_HIGH' });
    const hotel = filings.at(-1);
    expect(hotel?.application.steps.map(({ slaEffect }) => slaEffect)).toEqual(
      expect.arrayContaining(['START', 'PAUSE', 'RESUME']),
    );
    expect(hotel?.application.steps.at(-1)?.to).toBe('FIELD_INSPECTION');
    expect(hotel?.application.inspection).toMatchObject({ scheduledFor: '2026-11-26', result: null });
    expect(hotel?.license.status).toBe('AWAITING_VERIFICATION');
  });

  it('holds the file of the late filer for two missing tax returns', () => {
    const held = castDossier('late-filer').filings.at(-1);
    expect(held?.application.taxClearance?.flag).toBe('ANNUAL_RETURN_MISSING');
    expect(held?.application).toMatchObject({
      serviceCode: 'LICENSING-PERMIT',
      pendingAction: { requirementCodes: ['KSWP'] },
    });
    expect(held?.application.steps.at(-1)?.to).toBe('RETURNED');
  });

  it('gives nobody else of the cast an application', () => {
    const withApplications = citizenSlugs.filter((slug) => castDossier(slug).filings.length > 0);
    expect(withApplications).toEqual(['food-seller', 'nurse', 'investor', 'late-filer']);
  });
});

describe('the businesses by chance', () => {
  const dossiers = dossiersByChance();
  const filings = dossiers.flatMap((dossier) => dossier.filings);
  const licenses = dossiers.flatMap((dossier) => [
    ...dossier.filings.map(({ license }) => license),
    ...dossier.otherLicenses,
  ]);

  it('are the same each time', () => {
    expect(dossiersByChance()).toEqual(dossiers);
  });

  it('come with licences in every state', () => {
    expect(new Set(licenses.map(({ status }) => status))).toEqual(
      new Set([
        'REQUIRED',
        'IN_PROCESS',
        'ISSUED',
        'SELF_DECLARED',
        'AWAITING_VERIFICATION',
        'WARNED',
        'SUSPENDED',
        'REVOKED',
        'REJECTED',
      ]),
    );
  });

  it('hold exactly the licences that the rules require', () => {
    for (const { business, filings, otherLicenses } of dossiers) {
      const required = business.projects.flatMap((project) =>
        requirementOf(business, project).licenses.filter((kind) => kind !== 'BUSINESS_NUMBER'),
      );
      const held = [...filings.map(({ license }) => license), ...otherLicenses].map(({ kind }) => kind);
      expect(held.sort()).toEqual(['BUSINESS_NUMBER', ...required].sort());
    }
  });

  it('have a number, a date and a document on every issued licence, and on no other', () => {
    for (const { license, application } of filings) {
      const issued = application.steps.some(({ to }) => to === 'ISSUED');
      expect([license.number, license.issuedAt, license.documentId].every((value) => value !== null)).toBe(issued);
      expect(application.outcome?.documentId ?? null).toBe(license.documentId);
    }
  });

  it('announce what the mall can follow: right tracking numbers, steps without gaps, none in the future', () => {
    for (const { application } of filings) {
      const announcement = announcementOf(application, { agency: 'business-licensing', ...licenseApplications });
      expect(announcement.id).toBe(application._id);
      expect(isTrackingNumber(announcement.id)).toBe(true);
      expect(announcement.steps.map(({ sequence }) => sequence)).toEqual(announcement.steps.map((_step, at) => at + 1));
      expect(announcement.steps.filter(({ at }) => at > now)).toEqual([]);
    }
  });
});

describe('working days', () => {
  it('leave out the weekend', () => {
    expect(workingDaysBefore(new Date('2026-11-24T03:00:00Z'), 2)).toEqual(new Date('2026-11-20T03:00:00Z'));
  });
});
