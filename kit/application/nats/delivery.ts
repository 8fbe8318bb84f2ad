import type { KeyObject } from 'node:crypto';
import { jetstream } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { signTelling } from '../../telling.ts';
import type { ApplicationAnnouncement } from '../announcement.ts';
import type { AnnouncementDelivery, RefusedAnnouncement } from '../delivery.ts';
import { announcementHeader, answersTo, connectTo, ensureStream, subjectOf } from './stream.ts';

const answerWithinMs = 5_000;
/** What the server counts beside the body. */
const headersTake = 2_000;

/** What the inbox says of one announcement: kept, or refused and why. */
export const answerForm = z.object({ announcement: z.string(), refused: z.string().optional() });
export type Answer = z.output<typeof answerForm>;

/**
 * Delivers through a stream of a NATS server, signed with the agency's own key as over HTTP. It waits for the inbox's
 * word on each, since only that means that it is kept; while the inbox is away the stream holds the newest of each
 * application for it, and the outbox tells it again.
 */
export function natsDelivery(options: {
  readonly agency: string;
  readonly signingKey: KeyObject;
  readonly url: string;
}): AnnouncementDelivery {
  const { agency, signingKey, url } = options;
  const waiting = new Map<string, (answer: Answer) => void>();
  let opened: Promise<NatsConnection> | null = null;

  const open = async () => {
    const connection = await connectTo(url);
    connection.subscribe(answersTo(agency), {
      callback: (error, message) => {
        const answer = error ? undefined : answerForm.safeParse(message.json()).data;
        if (answer) waiting.get(answer.announcement)?.(answer);
      },
    });
    await ensureStream(connection).catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
    return connection;
  };

  /** What the inbox says of it. @throws Error when it does not say anything in time */
  const answerTo = (announcement: string) =>
    new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(announcement);
        reject(new Error('The inbox did not say in time that it has kept an announcement.'));
      }, answerWithinMs);
      waiting.set(announcement, (answer) => {
        clearTimeout(timer);
        waiting.delete(announcement);
        resolve(answer);
      });
    });

  const tell = async (connection: NatsConnection, told: ApplicationAnnouncement): Promise<RefusedAnnouncement[]> => {
    const body = JSON.stringify(told);
    if (Buffer.byteLength(body) + headersTake > (connection.info?.max_payload ?? 0)) {
      return [{ id: told.id, reason: 'It is larger than the stream takes.' }];
    }
    const subject = subjectOf(agency, told.id);
    const announcement = `${told.id}:${told.steps.length}`;
    const withHeaders = headers();
    withHeaders.set(announcementHeader, announcement);
    for (const [name, value] of Object.entries(signTelling(signingKey, agency, subject, body))) {
      withHeaders.set(name, value);
    }
    const answered = answerTo(announcement);
    const published = jetstream(connection).publish(subject, body, { headers: withHeaders, timeout: answerWithinMs });
    const [{ refused }] = await Promise.all([answered, published]);
    return refused === undefined ? [] : [{ id: told.id, reason: refused }];
  };

  return {
    async deliver(announcements) {
      opened ??= open();
      const connection = await opened.catch((error: unknown) => {
        opened = null;
        throw error;
      });
      const told = await Promise.allSettled(announcements.map((one) => tell(connection, one)));
      const failed = told.find((one) => one.status === 'rejected');
      if (failed) {
        // The stream may be gone with its server; it is looked after when the next ones are told.
        opened = null;
        await connection.close();
        throw failed.reason;
      }
      return told.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    },
    async stop() {
      const connection = await opened?.catch(() => null);
      await connection?.close();
    },
  };
}
