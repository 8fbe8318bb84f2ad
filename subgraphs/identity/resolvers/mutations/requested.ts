import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { regionPath } from '#kit/regionCode.ts';
import { Faults } from '#kit/userErrors.ts';
import type { Context } from '../../loaders.ts';
import type { FieldChangeRecord, IdentityApplicationRecord, RegisterEntry } from '../../model.ts';
import type { IdentityServiceKind } from '../../officialCodes.ts';
import { hindrance } from '../../rules/entitlement.ts';
import { checkEvidence } from '../../rules/evidence.ts';
import { type RequestedChange, requestedChanges } from '../../rules/requestedChanges.ts';

/** What is asked for, and by whom. */
export interface Request {
  readonly kind: IdentityServiceKind;
  readonly applicantId: string;
  readonly subject: RegisterEntry;
  readonly documentIds: readonly string[];
  readonly changes: readonly RequestedChange[];
  /** Whether the office works already on the same for the same person. */
  readonly askedBefore: boolean;
}

/**
 * Checks all of a request at once against the register and the documents.
 *
 * @returns the changes, beside what the register holds now
 * @throws ManyFaults
 */
export async function checkRequest(request: Request, { loaders, now }: Context): Promise<FieldChangeRecord[]> {
  const { kind, applicantId, subject, documentIds, askedBefore } = request;
  const today = localDay(now, timeZoneOf(subject.address.villageCode));
  const faults = new Faults();
  const hindered = hindrance(kind, { subject, forThemselves: subject._id === applicantId, askedBefore, today });
  if (hindered) faults.add(hindered, 'input.kind');
  const changes = requestedChanges(kind, request.changes, subject, { today, faults, path: 'input.changes' });
  const documents = await Promise.all(documentIds.map((id) => loaders.documents.upload.load(id)));
  const own = documents.map((document) => (document?.ownerId === applicantId ? document : null));
  checkEvidence(kind, own, subject, { today, faults, path: 'input.documentIds' });
  faults.assertNone();
  return changes;
}

/** Hands the documents of an application in, so that its office may read them. */
export function handInDocuments({ loaders }: Context) {
  return ({ _id, applicantId, documentIds, regionCode }: IdentityApplicationRecord) =>
    loaders.documents.handIn(
      { ownerId: applicantId, documentIds, field: 'input.documentIds' },
      { id: _id, regionPath: regionPath(regionCode) },
    );
}
