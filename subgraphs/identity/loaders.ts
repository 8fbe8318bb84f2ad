import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { isCitizen } from '#kit/principal.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import type { CitizenRecord, IdentityModels, RegisterEntry } from './model.ts';
import { readableApplications, readableEntries, readableFamilies, viewOf, visiblePart } from './rules/visibility.ts';

/** The most lines that one family card is read with, and the most children of one person. */
const largestFamily = 20;

export type Context = AgencyContext<ReturnType<typeof identityLoaders>>;

export function identityLoaders({ models, principal }: LoaderRequest<IdentityModels>) {
  const { citizens, families, applications } = models;
  const ownEntry = batchByKey(
    (ids) =>
      citizens
        .find({ _id: { $in: ids } })
        .sort({ _id: 1 })
        .lean(),
    ({ _id }) => _id,
  );
  const findOwnEntry = () => (principal.kind === 'citizen' ? ownEntry.load(principal.id) : null);
  const findOwnFamilyId = async () => (await findOwnEntry())?.familyId ?? null;

  /** The entries that the caller may read among those that the filter finds, each reduced to what the caller sees. */
  async function readEntries(filter: QueryFilter<RegisterEntry>, order: Record<string, 1>, atMost: number) {
    const ownFamilyId = await findOwnFamilyId();
    const readable = readableEntries(principal, ownFamilyId);
    if (readable === null) return [];
    const entries = await citizens
      .find({ $and: [filter, readable] })
      .sort(order)
      .limit(atMost)
      .lean();
    return entries.map((entry) => visiblePart(entry, viewOf(principal, entry, ownFamilyId)));
  }

  const otherCitizen = batchByKey<string, CitizenRecord>(
    (ids) => readEntries({ _id: { $in: ids } }, { _id: 1 }, ids.length),
    ({ _id }) => _id,
  );

  async function findOwnRecord(): Promise<CitizenRecord | null> {
    const entry = await findOwnEntry();
    return entry && visiblePart(entry, 'EVERYTHING');
  }

  return {
    /** Always gives a citizen: of one who is unknown or hidden, the id alone. Both look the same. */
    citizenById: {
      async load(id: string): Promise<CitizenRecord> {
        const citizen = await (isCitizen(principal, id) ? findOwnRecord() : otherCitizen.load(id));
        return citizen ?? { _id: id };
      },
    },

    /** What the caller may see of the person with this NIK; `null` when that is nothing. */
    visibleCitizenByNik: {
      async load(nik: string): Promise<CitizenRecord | null> {
        const [found] = await readEntries(hasNik([nik]), { nik: 1, _id: 1 }, 1);
        return found ?? null;
      },
    },

    /** The whole entry, for comparing with; never for showing. */
    registerEntryByNik: batchByKey(
      (niks: string[]) => citizens.find(hasNik(niks)).sort({ nik: 1, _id: 1 }).lean(),
      ({ nik }) => nik,
    ),

    /** The ids of a person's children, eldest first. */
    childIdsByParentId: batchListByKey(
      (ids: string[]) =>
        citizens
          .find({ parentIds: { $in: ids } }, { _id: 1, parentIds: 1 })
          .sort({ birthDate: 1, _id: 1 })
          .limit(ids.length * largestFamily)
          .lean(),
      ({ parentIds }) => parentIds,
    ),

    familyById: batchByKey(
      async (ids: string[]) => {
        const readable = readableFamilies(principal, await findOwnFamilyId());
        if (readable === null) return [];
        return families
          .find({ $and: [{ _id: { $in: ids } }, readable] })
          .sort({ _id: 1 })
          .lean();
      },
      ({ _id }) => _id,
    ),

    /** The people on a family card, in its order. */
    membersByFamilyId: batchListByKey(
      (ids: string[]) =>
        readEntries({ familyId: { $in: ids } }, { familyId: 1, cardLine: 1, _id: 1 }, ids.length * largestFamily),
      ({ familyId }) => familyId ?? [],
    ),

    applicationById: batchByKey(
      async (ids: string[]) => {
        const readable = readableApplications(principal);
        if (readable === null) return [];
        return applications
          .find({ $and: [{ _id: { $in: ids } }, readable] })
          .sort({ _id: 1 })
          .lean();
      },
      ({ _id }) => _id,
    ),
  };
}

/** The one way from NIKs to people: how the numbers are stored is known here and nowhere else. */
function hasNik(niks: string[]): QueryFilter<RegisterEntry> {
  return { nik: { $in: niks } };
}
