/** The regency or city that a region lies in. */
export function regencyOf(code: string): string {
  return code.slice(0, 5);
}

/** A region and all that it lies in, from the province down: `35`, `35.10`. */
export function regionPath(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_part, level) => parts.slice(0, level + 1).join('.'));
}
