/** A cell with fewer people than this is not shown: its numbers could tell about one of them. */
export const smallestGroup = 10;

/**
 * The part of a statistic that belongs to one group, one month and one office's region. Answers are sums of whole cells,
 * so that whatever two answers differ by is whole cells too: nobody is found by asking for other months or regions.
 */
export interface Cell {
  readonly month: string;
  readonly region: string;
  /** What the group is part of in another statistic: the agency of a service. Empty where there is none. */
  readonly parent: string;
  /** Empty for what belongs to no group, such as what came in online to no mall. It is never shown. */
  readonly group: string;
  /** How many different people are in it, or fewer. */
  readonly people: number;
}

export interface PublishedGroup<Of extends Cell> {
  readonly group: string;
  /** The cells that may be summed up; empty when the group is suppressed. */
  readonly cells: readonly Of[];
  /** Whether cells of the group are left out. */
  readonly partial: boolean;
}

/** What of each group may be shown, in the order of the groups. */
export function publishedGroups<Of extends Cell>(cells: readonly Of[]): PublishedGroup<Of>[] {
  const hidden = hiddenCells(cells);
  const groups = partsBy(
    cells.filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, all]) => {
      const shown = all.filter((cell) => !hidden.has(cell));
      return { group, cells: shown, partial: shown.length < all.length };
    });
}

/**
 * The cells that must not be shown: those of too few people, and of every total that somebody can know (all groups of a
 * month and region, all services of an agency) enough others that what is left of it when the shown ones are taken
 * away is nobody, or enough people.
 */
export function hiddenCells<Of extends Cell>(cells: readonly Of[]): ReadonlySet<Of> {
  const hidden = new Set(cells.filter(({ people }) => people < smallestGroup));
  for (const block of partsBy(cells, ({ month, region }) => `${month} ${region}`).values()) {
    const within = [...partsBy(block, ({ parent }) => parent).values()];
    // All malls together are known from the counters of the channels, without what came in online.
    const totals = [...within, block, block.filter(({ group }) => group !== '')];
    for (const total of totals) hideOneMoreIfNeeded(total, hidden);
  }
  return hidden;
}

/** Two small cells can hold the same people, so that only a large one is surely enough to hide behind. */
function hideOneMoreIfNeeded<Of extends Cell>(total: readonly Of[], hidden: Set<Of>): void {
  const left = total.filter((cell) => hidden.has(cell));
  if (left.length === 0 || left.some(({ people }) => people >= smallestGroup)) return;
  const [smallest] = total.filter((cell) => !hidden.has(cell)).sort((one, other) => one.people - other.people);
  if (smallest) hidden.add(smallest);
}

function partsBy<Of>(all: readonly Of[], keyOf: (one: Of) => string): Map<string, Of[]> {
  const parts = new Map<string, Of[]>();
  for (const one of all) {
    const key = keyOf(one);
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  return parts;
}
