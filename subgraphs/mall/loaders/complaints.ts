import { batchByKey, onceATurn } from '#kit/batchByKey.ts';
import { isCitizen } from '#kit/principal.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { type StoredComplaint, sealedComplaint } from '../model/complaints.ts';
import type { ComplaintRecord, MallModels } from '../model.ts';

/** Complaints: the citizen's own, and nobody else's. */
export function complaintLoaders({ models, vault, principal }: LoaderRequest<MallModels>) {
  const { open } = vault.of(sealedComplaint);

  return {
    complaintById: batchByKey(
      async (ids): Promise<ComplaintRecord[]> => {
        if (principal.kind !== 'citizen') return [];
        const stored = await models.Complaint.find({ _id: { $in: ids }, citizenId: principal.id })
          .sort({ _id: 1 })
          .lean<StoredComplaint[]>();
        return stored.map(open);
      },
      ({ _id }) => _id,
    ),

    complaintsOf: onceATurn(async (citizenId: string, first: number): Promise<ComplaintRecord[] | null> => {
      if (!isCitizen(principal, citizenId)) return null;
      const stored = await models.Complaint.find({ citizenId })
        .sort({ filedAt: -1, _id: -1 })
        .limit(first)
        .lean<StoredComplaint[]>();
      return stored.map(open);
    }),
  };
}
