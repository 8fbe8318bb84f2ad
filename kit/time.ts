import { z } from 'zod';
import { movedClock } from './sandbox/movedClock.ts';
import { SettingError, setting } from './setting.ts';

/**
 * Says what time it is for the service: for applications, due times, expiry and statistics. Everything by which machines
 * trust each other (tokens, signatures, rates, time-outs) and the access log go by the machine's own clock instead.
 */
export type Clock = () => Date;

/** The machine's own clock. */
export const machineClock: Clock = () => new Date();

/**
 * The clock of this process: the machine's, unless `SANDBOX_CLOCK` names the file by which development moves it
 * (`npm run clock`).
 *
 * @throws SettingError in production with that file, where nobody may move due times
 */
export function processClock(): Clock {
  const file = setting('SANDBOX_CLOCK', z.string().optional());
  if (file === undefined) return machineClock;
  if (setting('NODE_ENV', z.string().default('development')) === 'production') {
    throw new SettingError('SANDBOX_CLOCK must not be set in production: due times go by the real time there.');
  }
  return movedClock(file);
}
