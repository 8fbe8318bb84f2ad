import { clockOf, type SlaClock } from '#kit/application/clock/workingClock.ts';
import type { Context } from '../loaders.ts';
import type { ApplicationRecord } from '../model.ts';

/** The clock of an application by the standard of its service; null when the catalogue has no standard for it. */
export async function clockOfApplication(
  { serviceCode, regionCode, steps }: ApplicationRecord,
  { loaders, now }: Context,
): Promise<SlaClock | null> {
  const service = await loaders.serviceByCode.load(serviceCode);
  return service?.standard ? clockOf(steps, service.standard.workingDays, regionCode, now) : null;
}
