import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { CivilApplicationRecord } from '../../model.ts';

/** The resolver of one mutation: `export const submitBirthReport: UseCase<'submitBirthReport'> = ...`. */
export type UseCase<Name extends keyof MutationResolvers> = NonNullable<MutationResolvers[Name]>;

/** What most of them answer. */
export interface ApplicationPayload {
  readonly application: CivilApplicationRecord | null;
}
