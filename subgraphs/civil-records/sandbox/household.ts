import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';

/** A household with each of its members in their place. */
export interface Family {
  readonly household: SyntheticHousehold;
  /** The regency it lives in, whose office keeps its records. */
  readonly regionCode: string;
  readonly father: SyntheticPerson | null;
  readonly mother: SyntheticPerson | null;
  /** Eldest first. */
  readonly children: readonly SyntheticPerson[];
  /** Everybody who is not a child, and lives. */
  readonly adults: readonly SyntheticPerson[];
}

/** Puts the members of a household in their places. */
export function familyOf(household: SyntheticHousehold): Family {
  const parents = household.members.filter(({ relationship }) => relationship !== 'CHILD');
  return {
    household,
    regionCode: household.place.villageCode.slice(0, 5),
    father: parents.find(({ sex }) => sex === 'MALE') ?? null,
    mother: parents.find(({ sex }) => sex === 'FEMALE') ?? null,
    children: household.members
      .filter(({ relationship }) => relationship === 'CHILD')
      .sort((one, other) => one.birthDate.localeCompare(other.birthDate)),
    adults: parents.filter(({ deceased }) => !deceased),
  };
}

/** The ids of those who are known. */
export function idsOf(...people: readonly (SyntheticPerson | null)[]): string[] {
  return people.flatMap((person) => (person === null ? [] : [person.id]));
}
