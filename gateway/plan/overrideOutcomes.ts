/** The labels that are on for one request: agencies that took fields over by them are asked, and by the others not yet. */
export type LabelsOn = readonly string[];

/** What can come of the labels that an operation meets. */
export interface OverrideOutcomes {
  /** Every set of labels that can be on together, each a part of the next; at first the one with the fewest. */
  readonly all: readonly [LabelsOn, ...LabelsOn[]];
  /** Chooses for one request. */
  pick(): LabelsOn;
}

const shareOfRequests = /^percent\((\d+(?:\.\d+)?)\)$/;

/**
 * Decides what labels are on: `percent(n)` for n of 100 requests, and any other one if it is set.
 *
 * One draw decides about all labels of a request, so that of n different shares there are n + 1 outcomes to plan for, and
 * not a power of two. An operation that meets no label, or none that is left to chance, is not drawn for.
 *
 * @param draw a number from 0 to below 1, drawn anew for each request
 */
export function overrideOutcomes(
  met: readonly string[],
  isSet: ReadonlySet<string>,
  draw: () => number,
): OverrideOutcomes {
  const shares = new Map(met.map((label) => [label, shareOf(label, isSet)]));
  const onFrom = (drawn: number): LabelsOn => met.filter((label) => (shares.get(label) ?? 0) > drawn);
  const chances = [...new Set(shares.values())].filter((share) => share > 0 && share < 100).sort((a, b) => b - a);
  // At a share itself the label is off already: these are all outcomes, from the highest draw to the lowest.
  const all: [LabelsOn, ...LabelsOn[]] = [onFrom(chances[0] ?? 0), ...[...chances.slice(1), 0].map(onFrom)];
  if (chances.length === 0) return { all: [all[0]], pick: () => all[0] };
  return {
    all,
    pick() {
      const drawn = draw() * 100;
      return all[chances.filter((share) => share > drawn).length] ?? all[0];
    },
  };
}

function shareOf(label: string, isSet: ReadonlySet<string>): number {
  const [, percent] = shareOfRequests.exec(label) ?? [];
  if (percent !== undefined) return Number(percent);
  return isSet.has(label) ? 100 : 0;
}
