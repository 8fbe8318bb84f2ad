import type { MountRequest } from '#kit/subgraph.ts';
import type { IdentityModels } from '../model.ts';
import { findHolder } from './accounts.ts';
import type { OneIdModels } from './model.ts';
import { windowMs } from './tries.ts';

/** What the citizen's access log shows in place of fields that were read. */
export const lockOutCoordinate = 'OneId.signIn';
/** In the words of the citizen's own list, whose language is Indonesian. */
export const lockOutWords = 'Akun dikunci 15 menit: lima percobaan masuk yang gagal';

/**
 * Makes the notice to the owner of an account that too many tries were made on: one line in the citizen's own access log
 * for each lock. It is written beside the answer, never before it, so that no time tells whether an account exists.
 *
 * @returns a function that is told of each refused try; it never throws
 */
export function lockOutNotices(request: MountRequest<IdentityModels & OneIdModels>) {
  const { accessLog, log } = request;
  const noticed = new Map<string, number>();

  /** Whether it is the first time since the last lock of this account ended. Only accounts that exist are kept. */
  const isNews = (id: string, now: number) => {
    for (const [known, at] of noticed) if (now - at >= windowMs) noticed.delete(known);
    if (noticed.has(id)) return false;
    noticed.set(id, now);
    return true;
  };

  return async (number: string, now: Date): Promise<void> => {
    try {
      const holder = await findHolder(request, number, now);
      if (!holder || !isNews(holder.id, now.getTime())) return;
      await accessLog.write({
        at: now.toISOString(),
        actor: { id: null, role: 'anonymous', agency: null, region: null },
        // Staff have no view of their own: the note of their account stays in the agency's log.
        subject: holder.isCitizen ? holder.id : null,
        action: 'DENIED',
        coordinates: [lockOutCoordinate],
        count: 1,
        purpose: lockOutWords,
        caseId: null,
        legalBasis: 'PUBLIC_TASK',
        decision: 'LOCKED_OUT',
        requestId: 'one-id',
      });
    } catch (error) {
      log.error({ err: (error as Error).name }, 'The owner of a locked account could not be told');
    }
  };
}
