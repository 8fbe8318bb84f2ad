import { setImmediate, setTimeout } from 'node:timers/promises';

/** Called between two parts of long work. */
export type Pause = () => Promise<void>;

/** A part shorter than this holds nobody up. */
const shortMs = 5;
const longestRestMs = 100;

/** Lets what waits go first, and goes on at once: for work that nobody's request waits behind. */
export const onlyYield: Pause = async () => {
  await setImmediate();
};

/** Rests after each part for as long as it took, so that requests get half of the time while something is prepared. */
export function restingPauses(): Pause {
  let since = performance.now();
  return async () => {
    const workedMs = performance.now() - since;
    if (workedMs < shortMs) await setImmediate();
    else await setTimeout(Math.min(workedMs, longestRestMs));
    since = performance.now();
  };
}
