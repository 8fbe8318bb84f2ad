import { createHash } from 'node:crypto';

/** An opaque, repeatable id: a prefix and 20 characters that tell nothing, `ctz-7f3a...`. */
export function opaqueId(prefix: string, ...name: readonly (string | number)[]): string {
  return `${prefix}-${createHash('sha256').update(name.join('|')).digest('hex').slice(0, 20)}`;
}
