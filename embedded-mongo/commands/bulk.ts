import { BSONError } from 'bson';
import { MongoError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import type { Reply, Request, Services } from './command.ts';
import { booleanField } from './command.ts';
import { retryableWriteOf } from './sessions.ts';
import { readWriteConcern } from './writes.ts';

/** How many statements one command may hold; hello announces it. */
export const mostStatements = 10_000;

/** How long the statements of one command may hold a transaction, so that others come to their turn. */
const longestSlice = 15;

/** What a bulk write has done so far. It is stored with the session, so that a repeated command goes on where it stopped. */
export type Progress = {
  next: number;
  n: number;
  nModified: number;
  upserted: Document[];
  writeErrors: Document[];
};

/** One statement of a bulk write. */
export type Statement = {
  /** Does it, inside a transaction. Throws before it has written anything. */
  readonly run: (progress: Progress) => void;
  /**
   * For a statement that looks at many documents: does the looking (and, where it concerns many, the changing) outside
   * this transaction, and gives what is left to do inside one.
   */
  readonly prepare?: (progress: Progress) => Promise<(progress: Progress) => void>;
};

/**
 * Runs the statements of an insert, update or delete in order, in as many transactions as keep them short. Each
 * statement is atomic for each document, and none is done twice when the command is sent again.
 */
export const runBulk = async (
  request: Request,
  { store, sessions }: Services,
  count: number,
  statement: (i: number) => Statement,
): Promise<Progress> => {
  if (count < 1 || count > mostStatements) {
    throw new MongoError(16, `Write batch sizes must be between 1 and ${mostStatements}. Got ${count} operations.`);
  }
  const concern = readWriteConcern(request.body);
  const retryable = retryableWriteOf(request.body);
  const ordered = booleanField(request.body, 'ordered', true);
  let progress: Progress = { next: 0, n: 0, nModified: 0, upserted: [], writeErrors: [] };
  const isDone = () => progress.next >= count || (ordered && progress.writeErrors.length > 0);
  const step = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      progress.writeErrors.push(writeError(progress.next, error));
    }
    progress.next += 1;
  };
  do {
    let slow: Statement | undefined;
    await store.write(() => {
      progress = (sessions.resume(retryable) as Progress | undefined) ?? progress;
      const end = performance.now() + longestSlice;
      slow = undefined;
      while (!isDone() && !slow && performance.now() < end) {
        step(() => {
          const current = statement(progress.next);
          if (current.prepare) slow = current;
          else current.run(progress);
        });
      }
      if (slow) progress.next -= 1;
      sessions.remember(retryable, progress);
    });
    const finish = await slow?.prepare?.(progress).catch((error: unknown) => () => {
      throw error;
    });
    if (finish) {
      const at = progress.next;
      await store.write(() => {
        progress = (sessions.resume(retryable) as Progress | undefined) ?? progress;
        // The same command, sent again meanwhile, may have been faster.
        if (progress.next === at) step(() => finish(progress));
        sessions.remember(retryable, progress);
      });
    }
  } while (!isDone());
  if (concern.journal) await store.sync();
  return progress;
};

const writeError = (index: number, error: unknown): Document => {
  const { code, message, details } = asMongoError(error);
  return { index, code, ...details, errmsg: message };
};

/** The serialiser's errors are about the client's values. */
const asMongoError = (error: unknown): MongoError => {
  if (error instanceof MongoError) return error;
  if (error instanceof BSONError) return new MongoError(2, error.message);
  throw error;
};

/** The answer of a bulk write; fields that say nothing are left out. */
export const bulkReply = ({ n, nModified, upserted, writeErrors }: Progress, isUpdate: boolean): Reply => ({
  fields: {
    n,
    ...(isUpdate ? { nModified } : {}),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
  },
});
