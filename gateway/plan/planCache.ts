import { forgetFirst } from '#kit/forgetFirst.ts';

/** How often a plan was at hand; metrics read it. */
export interface CacheCounts {
  hits: number;
  misses: number;
  /** Milliseconds spent on making what was not at hand. */
  missMs: number;
  /** The longest of them. */
  slowestMs?: number;
}

/** Keeps the most recently used values, up to a limit. */
export class LruCache<Value> {
  readonly counts: CacheCounts;
  private readonly values = new Map<string, Value>();
  private readonly limit: number;

  /** @param counts what to count in, where several caches are counted as one */
  constructor(limit: number, counts: CacheCounts = { hits: 0, misses: 0, missMs: 0 }) {
    this.limit = limit;
    this.counts = counts;
  }

  /** The value of the key, made now if it is not at hand. What cannot be made is not kept. */
  get(key: string, make: () => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined) {
      this.counts.hits += 1;
      // A map keeps the order of insertion: the first one is then the one that was not used for longest.
      this.values.delete(key);
      this.values.set(key, known);
      return known;
    }
    this.counts.misses += 1;
    const started = performance.now();
    const made = make();
    const ms = performance.now() - started;
    this.counts.missMs += ms;
    this.counts.slowestMs = Math.max(this.counts.slowestMs ?? 0, ms);
    this.values.set(key, made);
    if (this.values.size > this.limit) this.forgetOldest();
    return made;
  }

  /** Forgets what was not used for longest. */
  forgetOldest(): void {
    forgetFirst(this.values);
  }

  /** What is kept, from the most to the least recently used. */
  recent(limit: number): Value[] {
    return [...this.values.values()].reverse().slice(0, limit);
  }

  get size(): number {
    return this.values.size;
  }
}
