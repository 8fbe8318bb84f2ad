import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { signTelling } from '../telling.ts';
import type { ApplicationAnnouncement } from './announcement.ts';

/** Where the agency that keeps the inbox takes what others tell of applications, beside its own `/graphql`. */
export const applicationEventsPath = '/applications/events';

const answerWithinMs = 5_000;
const tooLarge = 413;

/** An announcement that was not taken, and why: telling it again will most likely not help. */
export interface RefusedAnnouncement {
  readonly id: string;
  readonly reason: string;
}

/** What the receiver answers to some announcements. */
export const deliveryAnswer = z.object({ refused: z.array(z.object({ id: z.string(), reason: z.string() })) });

/** How announcements come to the agency that keeps the inbox: at least once, whichever way. */
export interface AnnouncementDelivery {
  /**
   * Delivers all of them; what is not refused has been kept for good.
   *
   * @throws Error when the receiver is away: nothing can be said of any of them
   */
  deliver(announcements: readonly ApplicationAnnouncement[]): Promise<readonly RefusedAnnouncement[]>;
  stop(): Promise<void>;
}

/** Keeps what an agency tells. @returns what was not kept, and why @throws Error when the store is away */
export type TakeAnnouncements = (agency: string, told: readonly unknown[]) => Promise<readonly RefusedAnnouncement[]>;

/** Where else than at its own address the agency that keeps the inbox hears what others tell. */
export interface AnnouncementReceiver {
  /** Starts to hear, and goes on until it is stopped, through any outage. */
  receive(take: TakeAnnouncements): void;
  stop(): Promise<void>;
}

/** Delivers by HTTP, signed with the agency's own key. */
export function httpDelivery(options: {
  readonly agency: string;
  readonly signingKey: KeyObject;
  readonly url: string;
}): AnnouncementDelivery {
  const { agency, signingKey, url } = options;
  const stopping = new AbortController();

  /** One that is too large by itself must not hold up the others. */
  const deliverHalves = async (announcements: readonly ApplicationAnnouncement[]) => {
    const [first] = announcements;
    if (first && announcements.length === 1) return [{ id: first.id, reason: 'It is larger than the inbox takes.' }];
    const half = Math.ceil(announcements.length / 2);
    return [...(await deliver(announcements.slice(0, half))), ...(await deliver(announcements.slice(half)))];
  };

  const deliver: AnnouncementDelivery['deliver'] = async (announcements) => {
    const body = JSON.stringify({ announcements });
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signTelling(signingKey, agency, applicationEventsPath, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(answerWithinMs)]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === tooLarge) return deliverHalves(announcements);
      throw new Error(`The inbox answered ${response.status} when it was told of applications.`);
    }
    return deliveryAnswer.parse(await response.json()).refused;
  };

  return {
    deliver,
    stop: async () => stopping.abort(),
  };
}
