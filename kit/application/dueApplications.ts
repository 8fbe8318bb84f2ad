import type { ApplicationStore } from './applicationStore.ts';
import { applyDue } from './decide.ts';
import type { ApplicationFile } from './file.ts';
import type { DueWork } from './schedule.ts';
import type { ApplicationRules } from './steps.ts';

/** What comes due with an agency's applications: silence approves, corrections and fees lapse. */
export function dueApplications<File extends ApplicationFile>(
  store: ApplicationStore<File>,
  rules: ApplicationRules<File>,
): DueWork {
  return {
    name: 'applications',
    due: (now, atMost) => store.due(now, atMost),
    applyDue: (id, now) => applyDue({ store, rules, now }, id),
  };
}
