import { tooMuch } from './refuse.ts';

/**
 * Refuses lists and objects that lie too deep inside one another in what came as JSON. Looks no deeper than that, so that
 * ten thousand levels cost no more than those that are allowed.
 *
 * @throws DEPTH_LIMIT
 */
export function assertShallow(value: unknown, limit: number): void {
  if (isDeeper(value, limit)) {
    const what = 'lists and objects inside one another';
    throw tooMuch({ code: 'DEPTH_LIMIT', what, limit, value: limit + 1, where: 'the body' });
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
