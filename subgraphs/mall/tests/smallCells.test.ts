import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, hiddenCells, publishedGroups, smallestGroup } from '../rules/smallCells.ts';

const cell = (group: string, people: number, more: Partial<Cell> = {}): Cell => ({
  month: '2026-01',
  region: '35.10',
  parent: '',
  group,
  people,
  ...more,
});
const hiddenOf = (...cells: Cell[]) => [...hiddenCells(cells)].map(({ group }) => group).sort();

describe('a cell', () => {
  it('of nine people is not shown, one of ten is', () => {
    expect(hiddenOf(cell('DJP', 9))).toEqual(['DJP']);
    expect(hiddenOf(cell('DJP', 10))).toEqual([]);
  });

  it('is hidden with a small one that could else be reckoned from the total, the smallest first', () => {
    expect(hiddenOf(cell('DJP', 3), cell('BPN', 40), cell('DUKCAPIL', 20))).toEqual(['DJP', 'DUKCAPIL']);
    // Three and eight may be eight people.
    expect(hiddenOf(cell('DJP', 3), cell('POLRI', 8), cell('BPN', 40))).toEqual(['BPN', 'DJP', 'POLRI']);
  });

  it('is not hidden for a small one of another month or region', () => {
    const others = [cell('BPN', 2, { month: '2026-02' }), cell('BPN', 2, { region: '35.15' })];
    expect(hiddenOf(cell('DJP', 12), ...others)).toEqual(['BPN', 'BPN']);
  });

  it('of a service is hidden with a small service of its agency, whose sum is known too', () => {
    const services = [cell('LETTER', 60, { parent: 'DJP' }), cell('NPWP', 3, { parent: 'DJP' })];
    expect(hiddenOf(...services, cell('DEED', 20, { parent: 'BPN' }))).toEqual(['LETTER', 'NPWP']);
  });

  it('of a mall does not hide behind what came in online, which the channels show', () => {
    expect(hiddenOf(cell('mall-1', 5), cell('mall-2', 30), cell('', 15))).toEqual(['', 'mall-1', 'mall-2']);
  });
});

describe('a group', () => {
  it('is the cells of it that may be shown, and says when there are others', () => {
    const [one, small, other] = [cell('DJP', 12), cell('DJP', 2, { month: '2026-02' }), cell('BPN', 30)];
    expect(publishedGroups([one, small, other])).toEqual([
      { group: 'BPN', cells: [other], partial: false },
      { group: 'DJP', cells: [one], partial: true },
    ]);
    expect(publishedGroups([small, cell('', 50)])).toEqual([{ group: 'DJP', cells: [], partial: true }]);
  });
});

/** An application, as far as statistics tell them apart. */
interface Filed {
  readonly person: number;
  readonly month: string;
  readonly region: string;
  readonly service: string;
  readonly mall: string;
}

const regions = ['35.10', '35.15', '51.71'];
const services = ['DJP-LETTER', 'DJP-NPWP', 'BPN-DEED'];
const filed: fc.Arbitrary<Filed> = fc.record({
  person: fc.integer({ min: 1, max: 40 }),
  month: fc.constantFrom('2026-01', '2026-02'),
  region: fc.constantFrom(...regions),
  service: fc.constantFrom(...services),
  mall: fc.constantFrom('', 'a', 'b'),
});
const agencyOf = ({ service }: Filed) => service.slice(0, 3);
const mallOf = ({ region, mall }: Filed) => (mall === '' ? '' : `${region}-${mall}`);
const groupings: readonly { by: string; group: (one: Filed) => string; parent?: (one: Filed) => string }[] = [
  { by: 'REGION', group: ({ region }) => region },
  { by: 'MONTH', group: ({ month }) => month },
  { by: 'AGENCY', group: agencyOf },
  { by: 'SERVICE', group: ({ service }) => service, parent: agencyOf },
  { by: 'CHANNEL', group: ({ mall }) => (mall === '' ? 'ONLINE' : 'COUNTER') },
  { by: 'MALL', group: mallOf },
];

/** Everything that an analyst can be told: what is summed up for each group, for each period and region. */
function answersAbout(applications: readonly Filed[]): { by: string; group: string; of: Set<Filed> }[] {
  const asked = ['2026-01', '2026-02', '2026'].flatMap((period) =>
    [...regions, '35', ''].flatMap((region) => groupings.map((grouping) => ({ period, region, ...grouping }))),
  );
  return asked.flatMap(({ period, region, by, group, parent = () => '' }) => {
    const cells = new Map<string, Cell & { all: Filed[] }>();
    for (const one of applications) {
      if (!one.month.startsWith(period) || !one.region.startsWith(region)) continue;
      const id = { month: one.month, region: one.region, parent: parent(one), group: group(one) };
      const all = [...(cells.get(JSON.stringify(id))?.all ?? []), one];
      cells.set(JSON.stringify(id), { ...id, all, people: peopleOf(all) });
    }
    return publishedGroups([...cells.values()])
      .filter((published) => published.cells.length > 0)
      .map((published) => ({ by, group: published.group, of: new Set(published.cells.flatMap(({ all }) => all)) }));
  });
}

function peopleOf(applications: Iterable<Filed>): number {
  return new Set([...applications].map(({ person }) => person)).size;
}

/** Groupings of which one is, by what it means, a part of the other. */
const partOf: Readonly<Record<string, readonly string[]>> = {
  SERVICE: ['SERVICE', 'AGENCY', 'MONTH', 'REGION'],
  AGENCY: ['AGENCY', 'MONTH', 'REGION'],
  MALL: ['MALL', 'CHANNEL', 'MONTH', 'REGION'],
  CHANNEL: ['CHANNEL', 'MONTH', 'REGION'],
  REGION: ['REGION', 'MONTH'],
  MONTH: ['MONTH', 'REGION'],
};

describe('answers', () => {
  it('of which one is a part of the other never differ by fewer than ten people', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(filed, { minLength: 60, maxLength: 400 }), (applications) => {
        const answers = answersAbout(applications);
        for (const part of answers) {
          for (const whole of answers) {
            const nested = partOf[part.by]?.includes(whole.by) && (part.by !== whole.by || part.group === whole.group);
            if (!nested || part.of.size >= whole.of.size || ![...part.of].every((one) => whole.of.has(one))) continue;
            compared += 1;
            const rest = [...whole.of].filter((one) => !part.of.has(one));
            expect([part.by, whole.by, peopleOf(rest) >= smallestGroup]).toEqual([part.by, whole.by, true]);
          }
        }
      }),
      { numRuns: 25, seed: 37 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });

  it('never leave fewer than ten people when all that is shown of a total is taken away from it', () => {
    fc.assert(
      fc.property(fc.array(filed, { minLength: 60, maxLength: 400 }), (applications) => {
        const answers = answersAbout(applications);
        const shownBy = (by: string) => answers.filter((answer) => answer.by === by);
        for (const { of: whole } of shownBy('MONTH')) {
          for (const by of ['AGENCY', 'SERVICE', 'CHANNEL', 'REGION']) {
            const parts = shownBy(by).filter(({ of }) => [...of].every((one) => whole.has(one)));
            const known = new Set(parts.flatMap(({ of }) => [...of]));
            const rest = [...whole].filter((one) => !known.has(one));
            if (rest.length > 0) expect([by, peopleOf(rest) >= smallestGroup]).toEqual([by, true]);
          }
        }
      }),
      { numRuns: 25, seed: 38 },
    );
  });
});
