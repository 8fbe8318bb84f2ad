import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { LicenseApplicationRecord } from '../../model.ts';

/** The resolver of one mutation: `export const registerBusiness: UseCase<'registerBusiness'> = ...`. */
export type UseCase<Name extends keyof MutationResolvers> = NonNullable<MutationResolvers[Name]>;

/** What most of them answer. */
export interface ApplicationPayload {
  readonly application: LicenseApplicationRecord | null;
}

/** Hands the documents of an application in, so that its office may read them. */
export function handInDocuments({ loaders }: Context) {
  return ({ _id, applicantId, documentIds, regionPath }: LicenseApplicationRecord) =>
    loaders.documents.handIn(
      { ownerId: applicantId, documentIds, field: 'input.documentIds' },
      { id: _id, regionPath },
    );
}
