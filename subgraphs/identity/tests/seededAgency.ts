import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, principalOf, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { seed } from '../seed.ts';
import { identity } from '../subgraph.ts';

const now = new Date('2026-11-24T03:00:00Z');

export const households = createPopulation(100, now);
export const everybody = households.flatMap(({ members }) => members);

export const sari = persona('food-seller');
export const herself = principalOf('food-seller');
export const nurse = persona('nurse');

export const officer = principalOf('officer-identity');
export const officerWithoutNik = asOfficer('identity', '35.10', ['identity:read']);
export const officerWithoutScope = asOfficer('identity', '35.10', []);
export const officerElsewhere = asOfficer('identity', '33.14', ['identity:read', 'identity:nik', 'applications:read']);

/** Starts the agency with sandbox data, and keeps what it tells the mall. */
export async function startSeeded(): Promise<{ agency: TestAgency; announcements: ApplicationAnnouncement[] }> {
  const agency = await startTestAgency(identity);
  const announcements: ApplicationAnnouncement[] = [];
  const announce = async (application: ApplicationAnnouncement) => void announcements.push(application);
  await seed({ connection: agency.connection, vault: agency.vault, households, now, announce });
  return { agency, announcements };
}

/** The representation by which other agencies refer to a citizen. */
export function citizen(id: string) {
  return { __typename: 'Citizen', id };
}

export function familyOf(person: SyntheticPerson) {
  return found(households.find(({ members }) => members.includes(person)));
}

export function childOf(person: SyntheticPerson): SyntheticPerson {
  return found(familyOf(person).members.find(({ relationship }) => relationship === 'CHILD'));
}

function persona(slug: CitizenSlug): SyntheticPerson {
  return found(everybody.find(({ id }) => id === citizenIdOf(slug)));
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The sandbox does not hold what this test is about.');
  return thing;
}
