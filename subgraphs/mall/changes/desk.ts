import type { QueryFilter } from 'mongoose';
import type { Officer } from '#kit/principal.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { type StoredApplication, sealedApplication } from '../model/applications.ts';
import type { ApplicationRecord, MallModels } from '../model.ts';
import { statusesAtTheOffice } from '../rules/review.ts';

/** What was found of an application that an officer reaches for, and whether the change was made. */
export interface Reached {
  readonly application: ApplicationRecord;
  readonly changed: boolean;
}

/** Who has taken on an application. An agency knows nothing of it: it decides by its own record. */
export function deskChanges({ models, vault, now }: LoaderRequest<MallModels>) {
  const { Application } = models;
  const { open } = vault.of(sealedApplication);

  return {
    /** Gives an application that lies at the office, and that nobody has, to the officer. Null when it is not theirs to see. */
    claim: (id: string, officer: Officer) =>
      change(
        id,
        officer,
        { assigneeId: null, status: { $in: [...statusesAtTheOffice] } },
        { assigneeId: officer.id, claimedAt: now },
      ),

    /** Takes an application from the officer who has it. Null when it is not theirs to see. */
    release: (id: string, officer: Officer) =>
      change(id, officer, { assigneeId: officer.id }, { assigneeId: null, claimedAt: null }),
  };

  async function change(
    _id: string,
    { agency, region }: Officer,
    guard: QueryFilter<StoredApplication>,
    facts: Pick<ApplicationRecord, 'assigneeId' | 'claimedAt'>,
  ): Promise<Reached | null> {
    const theirs = { _id, agency, regions: region };
    const changed = await Application.findOneAndUpdate(
      { ...theirs, ...guard },
      { $set: facts },
      { returnDocument: 'after' },
    ).lean<StoredApplication | null>();
    if (changed) return { application: open(changed), changed: true };
    const found = await Application.findOne({ ...theirs, status: { $ne: 'DRAFT' } }).lean<StoredApplication | null>();
    return found && { application: open(found), changed: false };
  }
}
