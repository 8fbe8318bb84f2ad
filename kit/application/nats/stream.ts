import {
  AckPolicy,
  DiscardPolicy,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/** Holds what agencies tell of applications until the inbox has kept it (ADR 0024). */
export const streamName = 'mpp-applications';
/** Under which the agency that keeps the inbox takes from the stream, all its processes together. */
export const consumerName = 'inbox';

const subjects = 'mpp.applications';
const nanosPerMs = 1_000_000;
/** A message that was taken but neither kept nor refused comes again after so long. */
const keptWithinMs = 30_000;

/** By which of its words an answer is known. */
export const announcementHeader = 'mpp-announcement';

/** Where one application is told of: a stream that holds one message a subject holds the newest word of each. */
export function subjectOf(agency: string, applicationId: string): string {
  return `${subjects}.${agency}.${applicationId.replaceAll(/[^\w-]/g, '_')}`;
}

/** Where an agency hears what has become of its announcements. */
export function answersTo(agency: string): string {
  return `mpp.answers.${agency}`;
}

/**
 * Connects to a NATS server, `nats://user:password@host:4222` or `tls://...`; it connects again by itself after that.
 *
 * @throws Error when nobody answers there now
 */
export async function connectTo(address: string): Promise<NatsConnection> {
  const url = new URL(address);
  return connect({
    servers: url.host,
    ...(url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : {}),
    ...(url.protocol === 'tls:' ? { tls: {} } : {}),
    name: 'mpp-digital',
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    timeout: 5_000,
  });
}

/** Makes the stream, or finds it as it was made before. */
export async function ensureStream(connection: NatsConnection): Promise<JetStreamManager> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({
    name: streamName,
    subjects: [`${subjects}.>`],
    storage: StorageType.File,
    // What the inbox has kept leaves the stream; a newer word of an application takes the place of the older.
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.Old,
    max_msgs_per_subject: 1,
  });
  return manager;
}

/** Makes the consumer that remembers, on the server, what has been kept. */
export async function ensureConsumer(manager: JetStreamManager): Promise<void> {
  await manager.consumers.add(streamName, {
    durable_name: consumerName,
    ack_policy: AckPolicy.Explicit,
    ack_wait: keptWithinMs * nanosPerMs,
  });
}
