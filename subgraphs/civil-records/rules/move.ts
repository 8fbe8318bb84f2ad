import type { MoveClass } from '../codes.ts';

/** How the code of a village starts for each level above it: `35`, `35.10`, `35.10.13`. */
const levels: readonly (readonly [codeLength: number, whenDifferent: MoveClass])[] = [
  [2, 'BETWEEN_PROVINCES'],
  [5, 'BETWEEN_REGENCIES'],
  [8, 'BETWEEN_DISTRICTS'],
  [13, 'BETWEEN_VILLAGES'],
];

/** How far a move goes (F-1.03): the highest level at which the codes of the two villages differ. */
export function moveClass(originVillageCode: string, destinationVillageCode: string): MoveClass {
  const different = levels.find(
    ([length]) => originVillageCode.slice(0, length) !== destinationVillageCode.slice(0, length),
  );
  return different?.[1] ?? 'WITHIN_VILLAGE';
}
