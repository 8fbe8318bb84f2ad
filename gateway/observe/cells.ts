import type { Metric, MetricObjectWithValues, MetricValueWithName, Registry } from 'prom-client';

/**
 * Counters and histograms whose cells are found once and then added to: what the counters of prom-client do for each count,
 * checking labels and joining them to a key, is half a microsecond, ten times a request.
 */
abstract class Cells<Cell> {
  readonly name: string;
  readonly help: string;
  readonly aggregator = 'sum';
  abstract readonly type: 'counter' | 'histogram';
  private readonly labelNames: readonly string[];
  private readonly cells = new Map<
    string,
    { readonly labels: Readonly<Record<string, string>>; readonly cell: Cell }
  >();

  constructor(name: string, help: string, labelNames: readonly string[], registry: Registry) {
    this.name = name;
    this.help = help;
    this.labelNames = labelNames;
    // A registry asks a metric for nothing but its name and `get`, as the library's own sums of workers have them.
    registry.registerMetric(this as unknown as Metric<string>);
  }

  /** The cell of these values, in the order of the labels; made now if it is not there. */
  cell(...values: readonly string[]): Cell {
    const key = values.join('\n');
    const known = this.cells.get(key);
    if (known) return known.cell;
    const cell = this.newCell();
    const labels = Object.fromEntries(this.labelNames.map((name, index) => [name, values[index] ?? '']));
    this.cells.set(key, { labels, cell });
    return cell;
  }

  /** What prom-client reads of a metric. */
  async get(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    const values = [...this.cells.values()].flatMap(({ labels, cell }) => this.valuesOf(cell, labels));
    // `type` is a word to the registry, and an enum of numbers to its types.
    const { name, help, type, aggregator } = this;
    return { name, help, type, aggregator, values } as unknown as MetricObjectWithValues<MetricValueWithName<string>>;
  }

  protected abstract newCell(): Cell;
  protected abstract valuesOf(cell: Cell, labels: Readonly<Record<string, string>>): MetricValueWithName<string>[];
}

/** How often something happened. */
export interface Count {
  total: number;
}

export class Counts extends Cells<Count> {
  readonly type = 'counter';

  protected newCell(): Count {
    return { total: 0 };
  }

  protected valuesOf({ total }: Count, labels: Readonly<Record<string, string>>): MetricValueWithName<string>[] {
    return [{ value: total, labels }];
  }
}

/** Requests and calls end within the budget of two seconds; what is beyond it is worth a bucket. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** How long something took, each time that it happened. */
export class Duration {
  readonly counts = new Array<number>(buckets.length + 1).fill(0);
  seconds = 0;

  add(ms: number): void {
    const seconds = ms / 1000;
    let bucket = 0;
    while (seconds > (buckets[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.seconds += seconds;
  }
}

export class Durations extends Cells<Duration> {
  readonly type = 'histogram';

  protected newCell(): Duration {
    return new Duration();
  }

  protected valuesOf(cell: Duration, labels: Readonly<Record<string, string>>): MetricValueWithName<string>[] {
    let count = 0;
    const values: MetricValueWithName<string>[] = cell.counts.map((inBucket, index) => {
      count += inBucket;
      const le = buckets[index] ?? '+Inf';
      return { metricName: `${this.name}_bucket`, labels: { le, ...labels }, value: count };
    });
    values.push({ metricName: `${this.name}_sum`, labels, value: cell.seconds });
    values.push({ metricName: `${this.name}_count`, labels, value: count });
    return values;
  }
}
