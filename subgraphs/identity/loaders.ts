import type { QueryFilter } from 'mongoose';
import { underReview } from '#kit/application/lifecycle.ts';
import { deskOf } from '#kit/application/submit.ts';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { documentLoaders } from '#kit/documents/loaders.ts';
import { isCitizen } from '#kit/principal.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import type { SealedRows } from '#kit/vault/vault.ts';
import { identityApplicationStore } from './applications.ts';
import {
  type CitizenRecord,
  type IdentityApplicationRecord,
  type IdentityModels,
  type RegisterEntry,
  type StoredApplication,
  type StoredEntry,
  sealedApplication,
  sealedEntry,
  sealedFamily,
} from './model.ts';
import type { IdentityServiceKind } from './officialCodes.ts';
import { applicationRules } from './rules/applicationRules.ts';
import {
  readableApplications,
  readableEntries,
  readableFamilies,
  thisAgency,
  viewOf,
  visibleDocuments,
  visiblePart,
} from './rules/visibility.ts';

/** The most lines that one family card is read with, and the most children of one person. */
const largestFamily = 20;

export type Context = AgencyContext<ReturnType<typeof identityLoaders>>;

export function identityLoaders(request: LoaderRequest<IdentityModels>) {
  const { models, vault, principal } = request;
  const { citizens, families, applications } = models;
  const register = vault.of(sealedEntry);

  async function findEntries(filter: QueryFilter<StoredEntry>, order: Record<string, 1>, atMost: number) {
    const stored = await citizens.find(filter).sort(order).limit(atMost).lean();
    return stored.map(register.open);
  }

  const ownEntry = batchByKey(
    (ids) => findEntries({ _id: { $in: ids } }, { _id: 1 }, ids.length),
    ({ _id }) => _id,
  );
  const findOwnEntry = () => (principal.kind === 'citizen' ? ownEntry.load(principal.id) : null);
  const findOwnFamilyId = async () => (await findOwnEntry())?.familyId ?? null;

  /** The entries that the caller may read among those that the filter finds, each reduced to what the caller sees. */
  async function readEntries(
    filter: QueryFilter<StoredEntry>,
    order: Record<string, 1>,
    atMost: number,
    isMeant: (entry: RegisterEntry) => boolean = () => true,
  ) {
    const ownFamilyId = await findOwnFamilyId();
    const readable = readableEntries(principal, ownFamilyId);
    if (readable === null) return [];
    const entries = (await findEntries({ $and: [filter, readable] }, order, atMost)).filter(isMeant);
    const held = principal.kind === 'citizen' ? { cardHolderId: principal.id } : {};
    return entries.map((entry) => Object.assign(visiblePart(entry, viewOf(principal, entry, ownFamilyId)), held));
  }

  const otherCitizen = batchByKey<string, CitizenRecord>(
    (ids) => readEntries({ _id: { $in: ids } }, { _id: 1 }, ids.length),
    ({ _id }) => _id,
  );

  async function findOwnRecord(): Promise<CitizenRecord | null> {
    const entry = await findOwnEntry();
    return entry && visiblePart(entry, 'EVERYTHING');
  }

  async function findApplications(
    filter: QueryFilter<StoredApplication>,
    readable: QueryFilter<StoredApplication> | null,
  ): Promise<IdentityApplicationRecord[]> {
    if (readable === null) return [];
    const stored = await applications
      .find({ $and: [filter, readable] })
      .sort({ _id: 1 })
      .lean<StoredApplication[]>();
    return stored.map(vault.of(sealedApplication).open);
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
        // Whoever can write to the store could move an index to somebody else: only the sealed number tells whose it is.
        const isMeant = (entry: RegisterEntry) => entry.nik === nik;
        const [found] = await readEntries(hasNik(register, [nik]), { nikIndex: 1, _id: 1 }, 2, isMeant);
        return found ?? null;
      },
    },

    /** The whole entry, for comparing with; never for showing. */
    registerEntryByNik: batchByKey(
      // With room for a number that was issued twice by mistake.
      (niks: string[]) => findEntries(hasNik(register, niks), { nikIndex: 1, _id: 1 }, 2 * niks.length),
      ({ nik }) => nik,
    ),

    /** The ids of a person's children, eldest first. */
    childIdsByParentId: batchListByKey(
      async (ids: string[]) => {
        const stored = await citizens
          .find({ parentIds: { $in: ids } }, { _id: 1, parentIds: 1, birthDate: 1 })
          .sort({ _id: 1 })
          .limit(ids.length * largestFamily)
          .lean();
        const children = stored.map(({ _id, parentIds, birthDate }) =>
          register.openPart({ _id, parentIds, birthDate }),
        );
        // The store cannot sort by a sealed birth date.
        return children.sort((one, other) => one.birthDate.localeCompare(other.birthDate));
      },
      ({ parentIds }) => parentIds,
    ),

    familyById: batchByKey(
      async (ids: string[]) => {
        const readable = readableFamilies(principal, await findOwnFamilyId());
        if (readable === null) return [];
        const stored = await families
          .find({ $and: [{ _id: { $in: ids } }, readable] })
          .sort({ _id: 1 })
          .lean();
        return stored.map(vault.of(sealedFamily).open);
      },
      ({ _id }) => _id,
    ),

    /** The people on a family card, in its order. */
    membersByFamilyId: batchListByKey(
      (ids: string[]) =>
        readEntries({ familyId: { $in: ids } }, { familyId: 1, cardLine: 1, _id: 1 }, ids.length * largestFamily),
      ({ familyId }) => familyId ?? [],
    ),

    desk: deskOf(request, applicationRules, identityApplicationStore),
    documents: documentLoaders(thisAgency, visibleDocuments, request),

    /** The whole entry of the signed-in citizen, or of one of their children; null for anybody else. */
    async entryToApplyFor(subjectId: string): Promise<RegisterEntry | null> {
      if (principal.kind !== 'citizen') return null;
      if (subjectId === principal.id) return findOwnEntry();
      const [child] = await findEntries({ _id: subjectId, parentIds: principal.id }, { _id: 1 }, 1);
      return child ?? null;
    },

    /** Whether the office works already on an application of this kind about this person. */
    isAskedFor: async (kind: IdentityServiceKind, subjectId: string): Promise<boolean> =>
      (await applications.exists({ subjectId, kind, status: { $in: [...underReview] } })) !== null,

    applicationById: batchByKey<string, IdentityApplicationRecord>(
      (ids) => findApplications({ _id: { $in: ids } }, readableApplications(principal)),
      ({ _id }) => _id,
    ),

    /** The application that ended in this document. */
    applicationByDocument: batchByKey<string, IdentityApplicationRecord>(
      (ids) => findApplications({ 'outcome.documentId': { $in: ids } }, readableApplications(principal)),
      ({ outcome }) => outcome?.documentId ?? '',
    ),

    /** The application whose document has this code printed on it: everybody may ask, and is shown nothing of a person. */
    applicationByCode: batchByKey<string, IdentityApplicationRecord>(
      (codes) => findApplications({ verificationCode: { $in: codes } }, {}),
      ({ verificationCode }) => verificationCode,
    ),
  };
}

/** The one way from NIKs to people: how the numbers are stored is known here and nowhere else. */
function hasNik(register: SealedRows<typeof sealedEntry>, niks: readonly string[]): QueryFilter<StoredEntry> {
  return { nikIndex: register.lookUp('nikIndex', niks) };
}
