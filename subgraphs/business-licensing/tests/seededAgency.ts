import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { seed } from '../seed.ts';
import { businessLicensing } from '../subgraph.ts';

/** A Tuesday, so that four working days earlier lies before a weekend. */
export const now = new Date('2026-11-24T03:00:00Z');

export const households = createPopulation(1_000, now);
export const everybody = households.flatMap(({ members }) => members);
export const owners = everybody.filter((person): person is Owner => person.nib !== null);

type Owner = SyntheticPerson & { readonly nib: string };

export const officerWithoutScope = asOfficer('business-licensing', '35.10', []);
export const officerOfAnotherAgency = asOfficer('tax', '35.10', ['licensing:read', 'applications:read']);

/** Starts the agency with sandbox data, and keeps what it tells the mall. */
export async function startSeeded(): Promise<{ agency: TestAgency; announcements: ApplicationAnnouncement[] }> {
  const agency = await startTestAgency(businessLicensing);
  const announcements: ApplicationAnnouncement[] = [];
  const announce = async (application: ApplicationAnnouncement) => void announcements.push(application);
  await seed({ connection: agency.connection, vault: agency.vault, households, now, announce });
  return { agency, announcements };
}

/** A citizen of the cast who owns a business. */
export function owner(slug: CitizenSlug): Owner {
  const person = owners.find(({ id }) => id === citizenIdOf(slug));
  if (!person) throw new Error(`${slug} owns no business.`);
  return person;
}
