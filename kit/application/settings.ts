import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { SettingError, setting } from '../setting.ts';
import { privateKeyFrom } from '../signature.ts';
import { type AnnouncementDelivery, type AnnouncementReceiver, httpDelivery } from './delivery.ts';
import { natsDelivery } from './nats/delivery.ts';
import { natsReceiver } from './nats/receiver.ts';

/**
 * How this process tells the inbox of its applications, signed with the agency's key `ACCESS_LOG_KEY`: through the NATS
 * server of `NATS_URL` where there is one, else by HTTP to `APPLICATION_EVENTS_URL`. Nobody is told without an address.
 *
 * @throws SettingError for an address without a key: what is told is signed
 */
export function deliverySettings(agency: string): AnnouncementDelivery | undefined {
  const nats = natsAddress();
  const url = nats ?? setting('APPLICATION_EVENTS_URL', z.url().optional());
  if (!url) return undefined;
  const key = setting('ACCESS_LOG_KEY', z.string().optional());
  if (!key) throw new SettingError('Telling of applications needs ACCESS_LOG_KEY: what is told is signed.');
  const options = { agency, signingKey: privateKeyFrom(key), url };
  return nats ? natsDelivery(options) : httpDelivery(options);
}

/** Where the agency that keeps the inbox hears of applications beside its own address: at `NATS_URL`, if that is set. */
export function receiverSettings(keys: ReadonlyMap<string, KeyObject>, log: Log): AnnouncementReceiver | undefined {
  const url = natsAddress();
  return url === undefined ? undefined : natsReceiver({ url, keys, log });
}

function natsAddress(): string | undefined {
  return setting('NATS_URL', z.url({ protocol: /^(nats|tls)$/ }).optional());
}
