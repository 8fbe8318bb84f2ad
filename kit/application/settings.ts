import { z } from 'zod';
import { SettingError, setting } from '../setting.ts';
import { privateKeyFrom } from '../signature.ts';
import { type AnnouncementDelivery, httpDelivery } from './delivery.ts';

/**
 * How this process tells the inbox of its applications: by HTTP to `APPLICATION_EVENTS_URL`, signed with the agency's
 * key `ACCESS_LOG_KEY`. Nobody is told without an address.
 *
 * @throws SettingError for an address without a key: what is told is signed
 */
export function deliverySettings(agency: string): AnnouncementDelivery | undefined {
  const url = setting('APPLICATION_EVENTS_URL', z.url().optional());
  if (!url) return undefined;
  const key = setting('ACCESS_LOG_KEY', z.string().optional());
  if (!key) throw new SettingError('APPLICATION_EVENTS_URL needs ACCESS_LOG_KEY: what is told is signed.');
  return httpDelivery({ agency, signingKey: privateKeyFrom(key), url });
}
