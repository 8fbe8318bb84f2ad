import DataLoader from 'dataloader';
import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey, onceATurn } from '#kit/batchByKey.ts';
import { type Connection, mapPage, type PageArguments, readPage } from '#kit/page.ts';
import { hasScope, isCitizen, type Officer, type Principal } from '#kit/principal.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { ApplicationFilter, WorklistFilter } from '../generated/resolvers.ts';
import { type StoredApplication, sealedApplication } from '../model/applications.ts';
import type { ApplicationRecord, DocumentRecord, MallModels } from '../model.ts';
import { statusesAtTheOffice } from '../rules/review.ts';
import { consentsToCaller } from './consented.ts';

/** More documents of one application, or of one citizen, are not listed at once. */
const longestList = 100;

/** The inbox: envelopes of applications, and what the mall knows about their documents. */
export function applicationLoaders(request: LoaderRequest<MallModels>) {
  const { models, vault, principal } = request;
  const { Application, Document } = models;
  const whoAllow = consentsToCaller(request);
  const { open } = vault.of(sealedApplication);
  const readable = applicationsReadableBy(principal);

  // Nothing is kept from one turn to the next: a consent that is taken back counts no more from the next read on.
  const documentsOfCitizen = new DataLoader(findLists, { cache: false });

  return {
    /** An application that the caller may see; null for any other, as for one that does not exist. */
    applicationById: batchByKey(
      async (ids) => {
        const competent = readable === null ? [] : await find(ids, readable);
        const others = ids.filter((id) => !competent.some(({ _id }) => _id === id));
        return [...competent, ...(await allowedByConsent(others))].map(open);
      },
      ({ _id }) => _id,
    ),

    /** The citizen's own inbox; null for anybody else. */
    inboxOf: onceATurn(
      async (
        citizenId: string,
        filter: ApplicationFilter,
        page: PageArguments,
      ): Promise<Connection<ApplicationRecord> | null> => {
        if (!isCitizen(principal, citizenId)) return null;
        const mine: QueryFilter<StoredApplication> = {
          people: citizenId,
          ...(filter.status == null ? {} : { status: { $in: [...filter.status] } }),
          ...(filter.agency == null ? {} : { agencyCode: filter.agency }),
          ...(filter.category == null ? {} : { category: filter.category }),
          ...(filter.open == null ? {} : { open: filter.open }),
        };
        return mapPage(await readPage(Application, mine, { field: 'createdAt', direction: -1 }, page), open);
      },
    ),

    async worklistOf(officer: Officer, filter: WorklistFilter, page: PageArguments) {
      const order = { field: 'dueAt', direction: 1 } as const;
      return mapPage(await readPage(Application, waitingFor(officer, filter), order, page), open);
    },

    /** The documents of an application that the caller may see. */
    documentsOfApplication: batchListByKey(
      (ids) =>
        Document.find({ usedIn: { $in: ids } })
          .sort({ createdAt: -1, _id: -1 })
          .limit(ids.length * longestList)
          .lean<DocumentRecord[]>(),
      ({ usedIn }) => usedIn,
    ),

    /** The caller's own document; an officer sees documents through an application only. */
    documentById: batchByKey(
      async (ids) =>
        principal.kind === 'citizen'
          ? Document.find({ _id: { $in: ids }, ownerId: principal.id })
              .sort({ _id: 1 })
              .lean<DocumentRecord[]>()
          : [],
      ({ _id }) => _id,
    ),

    /** The newest documents of a citizen, for the citizen and for whom the citizen allows; null for anybody else. */
    documentsOf: (citizenId: string, first: number): Promise<DocumentRecord[] | null> =>
      documentsOfCitizen.load({ citizenId, first }),
  };

  /** The lists of all who are asked for in one turn, for those who may read them. */
  async function findLists(
    asked: readonly { readonly citizenId: string; readonly first: number }[],
  ): Promise<(DocumentRecord[] | null)[]> {
    const owners = [...new Set(asked.map(({ citizenId }) => citizenId))];
    const others = owners.filter((id) => !isCitizen(principal, id));
    const allowing = await whoAllow('Citizen.documents', others);
    const readable = owners.filter((id) => isCitizen(principal, id) || allowing.has(id));
    const documents = await newestOf(readable, Math.max(...asked.map(({ first }) => first)));
    return asked.map(({ citizenId, first }) => {
      if (!readable.includes(citizenId)) return null;
      return documents.filter(({ ownerId }) => ownerId === citizenId).slice(0, first);
    });
  }

  async function newestOf(owners: readonly string[], first: number): Promise<DocumentRecord[]> {
    if (owners.length === 0) return [];
    const atMost = owners.length === 1 ? first : owners.length * longestList;
    const found = await Document.find({ ownerId: { $in: [...owners] } })
      .sort({ createdAt: -1, _id: -1 })
      .limit(atMost)
      .lean<DocumentRecord[]>();
    if (owners.length === 1 || found.length < atMost) return found;
    // One who has more than are ever listed takes the room of the others, so that each is asked for alone.
    return (await Promise.all(owners.map((owner) => newestOf([owner], first)))).flat();
  }

  function find(ids: readonly string[], filter: QueryFilter<StoredApplication>): Promise<StoredApplication[]> {
    return Application.find({ _id: { $in: [...ids] }, ...filter })
      .sort({ _id: 1 })
      .lean<StoredApplication[]>();
  }

  /** What the caller is not competent for is read only while everybody whom it is about allows it. */
  async function allowedByConsent(ids: readonly string[]): Promise<StoredApplication[]> {
    if (ids.length === 0 || !mayHoldConsent(principal)) return [];
    const handedIn = { status: { $ne: 'DRAFT' as const } };
    const asked = await Application.find({ _id: { $in: [...ids] }, ...handedIn }, { people: 1 })
      .sort({ _id: 1 })
      .lean<Pick<StoredApplication, '_id' | 'people'>[]>();
    const allowing = await whoAllow(
      'Citizen.applications',
      asked.flatMap(({ people }) => people),
    );
    const allowed = asked.filter(({ people }) => people.every((person) => allowing.has(person)));
    if (allowed.length === 0) return [];
    return find(
      allowed.map(({ _id }) => _id),
      handedIn,
    );
  }
}

/** Who may ask for applications on a citizen's word: an agency's account, and officers who may read applications at all. */
function mayHoldConsent(principal: Principal): boolean {
  return principal.kind === 'service' || (principal.kind === 'officer' && hasScope(principal, 'applications:read'));
}

/**
 * Which applications a caller may see: a citizen those they applied for or submitted, an officer with the scope those
 * of the own agency that the own region decides, once they are handed in. null: none.
 */
function applicationsReadableBy(principal: Principal): QueryFilter<StoredApplication> | null {
  if (principal.kind === 'citizen') return { people: principal.id };
  if (principal.kind === 'officer' && hasScope(principal, 'applications:read')) {
    // A draft is the applicant's own until it is handed in.
    return { agency: principal.agency, regions: principal.region, status: { $ne: 'DRAFT' } };
  }
  return null;
}

function waitingFor(officer: Officer, filter: WorklistFilter): QueryFilter<StoredApplication> {
  const { agency, region, mall, status, assignee, dueBefore, mine } = filter;
  const asked = status == null ? statusesAtTheOffice : statusesAtTheOffice.filter((one) => status.includes(one));
  const conditions: QueryFilter<StoredApplication>[] = [
    {
      agency: officer.agency,
      regions: officer.region,
      open: true,
      status: { $in: [...asked] },
    },
    ...(agency == null ? [] : [{ agencyCode: agency }]),
    ...(region == null ? [] : [{ regions: region }]),
    ...(mall == null ? [] : [{ mallId: mall }]),
    ...(assignee == null ? [] : [{ assigneeId: assignee }]),
    ...(dueBefore == null ? [] : [{ dueAt: { $lt: dueBefore } }]),
    ...(mine == null ? [] : [{ assigneeId: mine ? officer.id : null }]),
  ];
  return { $and: conditions };
}
