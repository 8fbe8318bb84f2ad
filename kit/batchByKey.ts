import DataLoader from 'dataloader';

/** The most keys that one `$in` asks for. */
const largestBatch = 500;

/**
 * Loads one record per key: all keys asked for in one turn go out in one database command.
 *
 * @param fetch finds the records of some keys; may leave any out, in any order
 * @param keyOf the key of a found record
 * @returns a loader that gives `null` for a key without a record
 */
export function batchByKey<Key extends string, Row>(
  fetch: (keys: Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = await fetch([...keys]);
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(key) ?? null);
    },
    { maxBatchSize: largestBatch },
  );
}

/**
 * Loads the list of records of each key, in one database command for all keys of a turn. The order of `fetch` is kept.
 *
 * @param keysOf the key, or the keys, that a found record belongs to
 * @returns a loader that gives `[]` for a key without records
 */
export function batchListByKey<Key extends string, Row>(
  fetch: (keys: Key[]) => Promise<readonly Row[]>,
  keysOf: (row: Row) => Key | readonly Key[],
): DataLoader<Key, Row[]> {
  return new DataLoader<Key, Row[]>(
    async (keys) => {
      const lists = new Map<Key, Row[]>(keys.map((key) => [key, []]));
      for (const row of await fetch([...keys])) {
        const own = keysOf(row);
        for (const key of typeof own === 'string' ? [own] : own) lists.get(key)?.push(row);
      }
      return keys.map((key) => lists.get(key) ?? []);
    },
    { maxBatchSize: largestBatch },
  );
}

/**
 * Asks once for all who ask the same in one turn, such as fifty applications for the inbox of one applicant. Nothing is kept
 * after the turn, so that a change is seen by whoever asks next.
 *
 * @param ask what is asked; its arguments are compared as JSON
 */
export function onceATurn<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const loader = new DataLoader<Asked, Answer>(
    (all) => {
      const answers = new Map<string, Promise<Answer | Error>>();
      const answerTo = (asked: Asked) => {
        const key = JSON.stringify(asked);
        const answer = answers.get(key) ?? ask(...asked).catch((error: Error) => error);
        answers.set(key, answer);
        return answer;
      };
      return Promise.all(all.map(answerTo));
    },
    { cache: false },
  );
  return (...asked) => loader.load(asked);
}
