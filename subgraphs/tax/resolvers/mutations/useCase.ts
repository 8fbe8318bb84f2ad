import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { TaxApplicationRecord } from '../../model.ts';

/** The resolver of one mutation: `export const createBillingCode: UseCase<'createBillingCode'> = ...`. */
export type UseCase<Name extends keyof MutationResolvers> = NonNullable<MutationResolvers[Name]>;

/** What most of them answer. */
export interface ApplicationPayload {
  readonly application: TaxApplicationRecord | null;
}
