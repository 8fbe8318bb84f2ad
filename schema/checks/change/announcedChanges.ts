import { z } from 'zod';
import type { Concern } from './graphVersion.ts';

/** A change that clients were told of. */
export interface Announcement {
  readonly check: Concern['check'];
  readonly coordinate: string;
  /** The day that it was told, `YYYY-MM-DD`. */
  readonly since: string;
  readonly why: string;
}

const announcements = z.array(
  z.strictObject({
    check: z.enum(['schema', 'breaking', 'operations', 'access', 'personal', 'keys', 'plans']),
    coordinate: z.string().min(1),
    since: z.iso.date(),
    why: z.string().min(10),
  }),
);

/** Reads schema/announcedChanges.json. @throws Error when it is not a list of announcements */
export function readAnnouncements(text: string): readonly Announcement[] {
  return announcements.parse(JSON.parse(text));
}

/** What was announced only has to be read; what cannot stay is not helped by an announcement. */
export function withAnnouncements(
  concerns: readonly Concern[],
  announced: readonly Announcement[],
): readonly Concern[] {
  return concerns.map((concern) => {
    const known = announced.find(
      ({ check, coordinate }) => check === concern.check && coordinate === concern.coordinate,
    );
    if (concern.weight !== 'ANNOUNCE' || !known) return concern;
    return { ...concern, weight: 'NOTE', message: `${concern.message} (announced on ${known.since}: ${known.why})` };
  });
}
