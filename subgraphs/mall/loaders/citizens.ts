import type { QueryFilter } from 'mongoose';
import { batchByKey, onceATurn } from '#kit/batchByKey.ts';
import { type Connection, type PageArguments, readPage } from '#kit/page.ts';
import { isCitizen } from '#kit/principal.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { type StoredConsent, sealedConsent } from '../model/citizens.ts';
import type {
  AccessLogEntryRecord,
  ConsentRecord,
  DelegationRecord,
  MallModels,
  NotificationRecord,
} from '../model.ts';

/**
 * What belongs to one citizen. Each list is null for anybody but that citizen, and read once a turn: many applications lead
 * to the same applicant.
 */
export function citizenLoaders({ models, vault, principal }: LoaderRequest<MallModels>) {
  const consents = vault.of(sealedConsent);
  const { AccessLogEntry, Consent, Delegation, Notification } = models;

  async function findConsents(filter: QueryFilter<StoredConsent>, order: Record<string, 1 | -1>, atMost: number) {
    const stored = await Consent.find(filter).sort(order).limit(atMost).lean<StoredConsent[]>();
    return stored.map(consents.open);
  }

  return {
    notificationsOf: onceATurn(async (citizenId: string, unread: boolean | null, first: number) => {
      if (!isCitizen(principal, citizenId)) return null;
      const filter: QueryFilter<NotificationRecord> = {
        citizenId,
        ...(unread === null ? {} : { read: !unread }),
      };
      return Notification.find(filter).sort({ at: -1, _id: -1 }).limit(first).lean<NotificationRecord[]>();
    }),

    consentById: batchByKey(
      async (ids) =>
        principal.kind === 'citizen'
          ? findConsents({ _id: { $in: ids }, citizenId: principal.id }, { _id: 1 }, ids.length)
          : [],
      ({ _id }) => _id,
    ),

    consentsOf: onceATurn(async (citizenId: string, first: number): Promise<ConsentRecord[] | null> => {
      if (!isCitizen(principal, citizenId)) return null;
      return findConsents({ citizenId }, { grantedAt: -1, _id: -1 }, first);
    }),

    delegationsOf: onceATurn(async (citizenId: string, first: number): Promise<DelegationRecord[] | null> => {
      if (!isCitizen(principal, citizenId)) return null;
      return Delegation.find({ people: citizenId })
        .sort({ grantedAt: -1, _id: -1 })
        .limit(first)
        .lean<DelegationRecord[]>();
    }),

    accessLogOf: onceATurn(
      async (citizenId: string, page: PageArguments): Promise<Connection<AccessLogEntryRecord> | null> => {
        if (!isCitizen(principal, citizenId)) return null;
        return readPage(AccessLogEntry, { citizenId }, { field: 'at', direction: -1 }, page);
      },
    ),
  };
}
