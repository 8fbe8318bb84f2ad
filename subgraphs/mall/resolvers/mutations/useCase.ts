import type { MutationResolvers } from '../../generated/resolvers.ts';

/** The resolver of one mutation: `export const revokeConsent: UseCase<'revokeConsent'> = ...`. */
export type UseCase<Name extends keyof MutationResolvers> = NonNullable<MutationResolvers[Name]>;
