import type { BusinessClassificationRecord } from '../model.ts';
import { classifications } from './classifications.ts';

const byId = new Map(classifications.map((activity) => [activity._id, activity]));

/** An activity of the sample. @throws Error when the sample lacks it */
export function activityById(id: string): BusinessClassificationRecord {
  const activity = byId.get(id);
  if (!activity) throw new Error(`The sample of the classification lacks ${id}.`);
  return activity;
}
