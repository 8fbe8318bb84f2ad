import { keyOf } from '../support/businessNamed.ts';
import type { Client, Entries } from './client.ts';
import type { LedgerPlatform } from './processes.ts';

/** A registration takes all its steps at once: submitted, checked, verified, signed, approved and issued. */
export const stepsOfEach = 6;

/** What was promised against what is there. All but the first five are faults, and have to be zero. */
export interface Balance {
  readonly sent: number;
  readonly acked: number;
  readonly unknown: number;
  readonly stored: number;
  /** As the citizens see them in their inbox, through the gateway. */
  readonly inInbox: number;
  /** Acknowledged, and not stored under the number that was promised. */
  readonly lost: number;
  /** More than one application for one key. */
  readonly duplicates: number;
  /** Stored, and asked for by nobody. */
  readonly unasked: number;
  /** Stored, and not in the inbox as its agency has it, step by step. */
  readonly notInInbox: number;
  /** In the inbox, with more or fewer notifications than steps. */
  readonly wronglyNotified: number;
  /** Stored, and without the one business that it gives a number to. */
  readonly withoutBusiness: number;
  /** Businesses that rest on no application. */
  readonly strayBusinesses: number;
}

interface Seen {
  readonly id: string;
  readonly sequence: number;
  readonly timeline: readonly { readonly sequence: number }[];
  readonly business: { readonly name: string; readonly nib: string } | null;
}

const inboxText = `query ($after: String) { me { applications(first: 50, after: $after) {
  edges { node { id sequence timeline { sequence } ... on LicenseApplication { business { name nib } } } }
  pageInfo { hasNextPage endCursor }
} } }`;

/** Reads everything, through the gateway as the citizens and raw from the stores, and compares. */
export async function balanceOf(
  platform: LedgerPlatform,
  clients: readonly Client[],
  entries: Entries,
): Promise<Balance> {
  const seen = new Map((await Promise.all(clients.map(inboxOf))).flat().map((one) => [one.id, one]));
  const raw = await readStores(platform, clients);
  const { sent, acked, unknown } = entries;
  const keys = [...seen.values()].map(({ business }) => keyOf(business?.name ?? ''));
  const isWholeInInbox = (id: string, sequence: number) => {
    const entry = seen.get(id);
    const inOrder = entry?.timeline.every((step, index) => step.sequence === index + 1);
    return (
      entry?.sequence === sequence && entry.timeline.length === sequence && inOrder && raw.inMall.get(id) === sequence
    );
  };
  const count = <Item>(items: Iterable<Item>, isFault: (item: Item) => boolean) => [...items].filter(isFault).length;
  return {
    sent: sent.size,
    acked: acked.size,
    unknown,
    stored: raw.stored.size,
    inInbox: seen.size,
    lost: count(acked, ([key, id]) => !raw.stored.has(id) || keyOf(seen.get(id)?.business?.name ?? '') !== key),
    duplicates: keys.length - new Set(keys).size,
    unasked: count(keys, (key) => !sent.has(key)),
    notInInbox: count(raw.stored, ([id, { sequence }]) => !isWholeInInbox(id, sequence)),
    wronglyNotified: count(raw.stored.keys(), (id) => raw.notifications.get(id) !== stepsOfEach),
    withoutBusiness: count(raw.stored.values(), ({ nib }) => !raw.businesses.has(nib)),
    strayBusinesses: raw.businesses.size - new Set([...raw.stored.values()].map(({ nib }) => nib)).size,
  };
}

/** Whether the inbox holds all that is stored, as far as its sequence tells. */
export async function isInboxComplete(platform: LedgerPlatform, clients: readonly Client[]): Promise<boolean> {
  const { stored, inMall } = await readStores(platform, clients);
  return [...stored].every(([id, { sequence }]) => inMall.get(id) === sequence);
}

async function inboxOf(client: Client): Promise<Seen[]> {
  const seen: Seen[] = [];
  let after: string | null = null;
  do {
    const { me } = (await client.ask(inboxText, { after })) as {
      me: { applications: { edges: { node: Seen }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    };
    seen.push(...me.applications.edges.map(({ node }) => node));
    after = me.applications.pageInfo.hasNextPage ? me.applications.pageInfo.endCursor : null;
  } while (after !== null);
  return seen;
}

async function readStores(platform: LedgerPlatform, clients: readonly Client[]) {
  const ids = clients.map(({ id }) => id);
  const [licensing, mall] = await Promise.all([platform.connect('business-licensing'), platform.connect('mall')]);
  try {
    const read = (from: typeof licensing, collection: string, filter: object) =>
      from.collection(collection).find(filter).toArray();
    const applications = await read(licensing, 'license_applications', { applicantId: { $in: ids } });
    const businesses = await read(licensing, 'businesses', { ownerId: { $in: ids } });
    const envelopes = await read(mall, 'applications', { applicantId: { $in: ids } });
    const notices = await read(mall, 'notifications', { citizenId: { $in: ids } });
    const notifications = new Map<string, number>();
    for (const { applicationId } of notices) {
      notifications.set(applicationId, (notifications.get(applicationId) ?? 0) + 1);
    }
    return {
      stored: new Map(
        applications.map(({ _id, sequence, nib }) => [String(_id), { sequence: sequence as number, nib: String(nib) }]),
      ),
      businesses: new Set(businesses.map(({ _id }) => String(_id))),
      inMall: new Map(envelopes.map(({ _id, sequence }) => [String(_id), sequence as number])),
      notifications,
    };
  } finally {
    await Promise.all([licensing.close(), mall.close()]);
  }
}
