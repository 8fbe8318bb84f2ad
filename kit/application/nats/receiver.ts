import type { KeyObject } from 'node:crypto';
import { setTimeout as setTimeoutAsPromised } from 'node:timers/promises';
import { type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ServiceError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { tellerOf } from '../../telling.ts';
import type { AnnouncementReceiver, TakeAnnouncements } from '../delivery.ts';
import type { Answer } from './delivery.ts';
import {
  announcementHeader,
  answersTo,
  connectTo,
  consumerName,
  ensureConsumer,
  ensureStream,
  streamName,
} from './stream.ts';

/** How many are taken from the stream at once. */
const atOnce = 50;
const againAfterMs = 1_000;

/**
 * Takes announcements from the stream of a NATS server: what is kept is acknowledged after it is kept, what is refused
 * is taken out of the stream, and its agency is told either. While the store is away it stays in the stream.
 */
export function natsReceiver(options: {
  readonly url: string;
  /** The agencies' public keys, by name. */
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly log: Log;
}): AnnouncementReceiver {
  const { url, keys, log } = options;
  const stopping = new AbortController();
  let connection: NatsConnection | null = null;
  let ended: Promise<void> = Promise.resolve();

  const listen = async (take: TakeAnnouncements) => {
    connection = await connectTo(url);
    await ensureConsumer(await ensureStream(connection));
    const consumer = await jetstream(connection).consumers.get(streamName, consumerName);
    const messages = await consumer.consume({ max_messages: atOnce });
    for await (const message of messages) {
      if (stopping.signal.aborted) return;
      void answer(message, connection, take);
    }
  };

  const answer = async (message: JsMsg, to: NatsConnection, take: TakeAnnouncements) => {
    try {
      const agency = tellerOf(keys, message.subject, headersOf(message), message.data);
      const [refusal] = await take(agency, [message.json()]);
      const announcement = message.headers?.get(announcementHeader) ?? '';
      const said: Answer = refusal ? { announcement, refused: refusal.reason } : { announcement };
      if (refusal) {
        log.warn({ agency, refused: 1 }, 'Announcements of applications were refused');
        message.term();
      } else {
        message.ack();
      }
      to.publish(answersTo(agency), JSON.stringify(said));
    } catch (err) {
      if (err instanceof ServiceError) {
        log.warn({ err }, 'Something in the stream of applications is not signed by a known agency');
        message.term();
      } else {
        log.warn({ err }, 'An announcement could not be kept; it comes again');
        message.nak(againAfterMs);
      }
    }
  };

  return {
    receive(take) {
      const run = async () => {
        while (!stopping.signal.aborted) {
          await listen(take).catch((err: unknown) => {
            if (!stopping.signal.aborted) log.warn({ err }, 'The stream of applications could not be read');
          });
          await connection?.close();
          await setTimeoutAsPromised(againAfterMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
        }
      };
      ended = run();
    },
    async stop() {
      stopping.abort();
      await connection?.close();
      await ended;
    },
  };
}

function headersOf(message: JsMsg): Record<string, string> {
  const names = message.headers?.keys() ?? [];
  return Object.fromEntries(names.map((name) => [name, message.headers?.get(name) ?? '']));
}
