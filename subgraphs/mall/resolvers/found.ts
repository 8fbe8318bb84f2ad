/**
 * The records that a batch loader gave, without the ones that do not exist (or may not be seen).
 *
 * @throws the error of the first one that could not be loaded
 */
export function found<Row>(loaded: readonly (Row | Error | null)[]): Row[] {
  return loaded.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row === null ? [] : [row];
  });
}
