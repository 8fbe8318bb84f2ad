import { randomUUID } from 'node:crypto';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { OneIdModels } from './model.ts';

/** At most this many tries in the window, for one account and from one address (security.md, attack A28). */
export const mostTries = 5;
export const windowMs = 15 * 60_000;

/** A try that was counted. */
export interface CountedTry {
  /** Takes the try off the count again: it was right, or could not be judged. */
  giveBack(): Promise<void>;
}

/**
 * Counts tries to sign in. Each try is counted before it is judged, by one conditional update of one document: of many at
 * the same time no more than five get through, and a restart forgets none.
 *
 * @returns a function that counts one try under a key, or gives `null` when five were made within the last 15 minutes
 */
export function triesCounter({ signInTries }: OneIdModels): (key: string, now: Date) => Promise<CountedTry | null> {
  return async (key, now) => {
    const id = randomUUID();
    const tried = { id, at: now };
    const expiresAt = new Date(now.getTime() + windowMs);
    const countIfAllowed = async () => {
      // The list keeps the last five: there is room when it is shorter, or when its oldest try is out of the window.
      const { matchedCount } = await signInTries.updateOne(
        {
          _id: key,
          $or: [
            { [`tries.${mostTries - 1}`]: { $exists: false } },
            { 'tries.0.at': { $lte: new Date(now.getTime() - windowMs) } },
          ],
        },
        { $push: { tries: { $each: [tried], $slice: -mostTries } }, $set: { expiresAt } },
      );
      return matchedCount === 1;
    };
    const countTheFirst = async () => {
      try {
        await signInTries.collection.insertOne({ _id: key, tries: [tried], expiresAt } as never);
        return true;
      } catch (error) {
        if (!isAlreadyThere(error)) throw error;
        return false;
      }
    };

    // The document may have come into being between the first two steps, so the update is tried once more.
    if (!(await countIfAllowed()) && !(await countTheFirst()) && !(await countIfAllowed())) return null;
    return {
      async giveBack() {
        await signInTries.updateOne({ _id: key }, { $pull: { tries: { id } } });
      },
    };
  };
}
