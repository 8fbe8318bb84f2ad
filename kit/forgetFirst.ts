/**
 * Forgets what was put into a map first, and gives it. To be called when something has to go, and not to look: finding the
 * first key passes by all that were taken out before it.
 */
export function forgetFirst<Value>(map: Map<string, Value>): Value | undefined {
  for (const [key, value] of map) {
    map.delete(key);
    return value;
  }
  return undefined;
}
