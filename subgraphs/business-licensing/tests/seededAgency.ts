import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { type SeededTestAgency, startSeededAgency } from '#kit/testing/seededAgency.ts';
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
export function startSeeded(): Promise<SeededTestAgency> {
  return startSeededAgency(businessLicensing, seed, { households, now });
}

/** A citizen of the cast who owns a business. */
export function owner(slug: CitizenSlug): Owner {
  const person = owners.find(({ id }) => id === citizenIdOf(slug));
  if (!person) throw new Error(`${slug} owns no business.`);
  return person;
}
