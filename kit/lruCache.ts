import { forgetFirst } from './forgetFirst.ts';

/** How often a value was at hand; metrics read it. */
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
  /** A map keeps the order of insertion: the first one is then the one that was not used for longest. */
  private readonly values = new Map<string, Value>();
  private readonly limit: number;

  /** @param counts what to count in, where several caches are counted as one */
  constructor(limit: number, counts: CacheCounts = { hits: 0, misses: 0, missMs: 0 }) {
    this.limit = limit;
    this.counts = counts;
  }

  /** The value of the key, if it is at hand. */
  atHand(key: string): Value | undefined {
    const known = this.values.get(key);
    if (known === undefined) return undefined;
    this.counts.hits += 1;
    this.values.delete(key);
    this.values.set(key, known);
    return known;
  }

  /** Keeps a value, in place of the one that there is. */
  keep(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.limit) this.forgetOldest();
  }

  /** The value of the key, made now if it is not at hand. What cannot be made is not kept. */
  get(key: string, make: () => Value): Value {
    const known = this.atHand(key);
    if (known !== undefined) return known;
    this.counts.misses += 1;
    const started = performance.now();
    const made = make();
    const ms = performance.now() - started;
    this.counts.missMs += ms;
    this.counts.slowestMs = Math.max(this.counts.slowestMs ?? 0, ms);
    this.keep(key, made);
    return made;
  }

  delete(key: string): boolean {
    return this.values.delete(key);
  }

  /** Forgets what was not used for longest, and gives it. */
  forgetOldest(): Value | undefined {
    return forgetFirst(this.values);
  }

  /** What is kept, from the most to the least recently used. */
  recent(limit: number): Value[] {
    return [...this.values.values()].reverse().slice(0, limit);
  }

  get size(): number {
    return this.values.size;
  }
}
