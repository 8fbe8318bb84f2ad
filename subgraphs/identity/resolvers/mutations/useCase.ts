import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { IdentityApplicationRecord } from '../../model.ts';

/** The resolver of one mutation: `export const submitIdentityApplication: UseCase<'submitIdentityApplication'> = ...`. */
export type UseCase<Name extends keyof MutationResolvers> = NonNullable<MutationResolvers[Name]>;

/** What most of them answer. */
export interface ApplicationPayload {
  readonly application: IdentityApplicationRecord | null;
}
