import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { signTelling } from '../telling.ts';
import type { ApplicationAnnouncement } from './announcement.ts';

/** Where the agency that keeps the inbox takes what others tell of applications, beside its own `/graphql`. */
export const applicationEventsPath = '/applications/events';

const answerWithinMs = 5_000;

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

/** Delivers by HTTP, signed with the agency's own key. */
export function httpDelivery(options: {
  readonly agency: string;
  readonly signingKey: KeyObject;
  readonly url: string;
}): AnnouncementDelivery {
  const { agency, signingKey, url } = options;
  const stopping = new AbortController();
  return {
    async deliver(announcements) {
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
        throw new Error(`The inbox answered ${response.status} when it was told of applications.`);
      }
      return deliveryAnswer.parse(await response.json()).refused;
    },
    stop: async () => stopping.abort(),
  };
}
