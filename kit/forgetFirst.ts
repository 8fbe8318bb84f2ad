/**
 * Forgets what was put into a map first. To be called when something has to go, and not to look: finding the first key passes by
 * all that were taken out before it, which takes 20 microseconds among ten thousand.
 */
export function forgetFirst(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
