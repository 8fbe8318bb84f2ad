import { baliNusaTenggaraMalls } from './malls/baliNusaTenggara.ts';
import { javaMalls } from './malls/java.ts';
import { kalimantanMalls } from './malls/kalimantan.ts';
import { malukuPapuaMalls } from './malls/malukuPapua.ts';
import { sulawesiMalls } from './malls/sulawesi.ts';
import { sumatraMalls } from './malls/sumatra.ts';
import type { MallFact } from './types.ts';

/** Every mall, island by island. */
export const malls: readonly MallFact[] = [
  ...sumatraMalls,
  ...javaMalls,
  ...baliNusaTenggaraMalls,
  ...kalimantanMalls,
  ...sulawesiMalls,
  ...malukuPapuaMalls,
];
