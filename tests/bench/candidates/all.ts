import type { Candidate } from './candidate.ts';
import { bareName, floor, floorName } from './floor.ts';
import { ours } from './ours.ts';
import { peers } from './peers.ts';

const quickNames = ['ours-known', 'ours-free', floorName, bareName];

/** The candidates of a run. The floor and the bare proxy always take part: the others are compared with them. */
export function candidatesFor(options: {
  quick: boolean;
  withAuth: boolean;
  candidates: readonly string[];
}): Candidate[] {
  const all = [...ours, ...floor(options.withAuth), ...peers];
  const chosen = options.candidates.length > 0 ? options.candidates : options.quick ? quickNames : null;
  return all.filter(({ name }) => chosen === null || chosen.includes(name) || [floorName, bareName].includes(name));
}
