import type { Disclosures, Refusal } from './disclosures.ts';
import type { AccessNote } from './entry.ts';

const minuteMs = 60_000;
/** The most different refusals of one minute that are noted: a bound on memory, far above what people do. */
const mostFolds = 1_000;

/**
 * Folds refused tries: one note for each actor, field and minute, with how often it was tried, so that somebody who
 * tries without end cannot fill the log. Nothing was shown, so these notes may wait for the minute's end.
 */
export class RefusalFolder {
  private folds = new Map<string, AccessNote>();
  private readonly write: (notes: readonly AccessNote[]) => Promise<void>;
  private readonly timer: NodeJS.Timeout;

  constructor(write: (notes: readonly AccessNote[]) => Promise<void>) {
    this.write = write;
    this.timer = setInterval(() => void this.flush(), minuteMs).unref();
  }

  take(disclosures: Disclosures): void {
    if (disclosures.refusals.length === 0) return;
    const circumstances = disclosures.circumstances();
    for (const refusal of disclosures.refusals) this.fold(refusal, circumstances);
  }

  /** Writes what was folded so far; what cannot be written stays for the next time. */
  async flush(): Promise<void> {
    const folds = this.folds;
    if (folds.size === 0) return;
    this.folds = new Map();
    try {
      await this.write([...folds.values()]);
    } catch {
      for (const [key, note] of this.folds) folds.set(key, note);
      this.folds = folds;
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private fold(refusal: Refusal, circumstances: ReturnType<Disclosures['circumstances']>): void {
    const { coordinate, subject, decision } = refusal;
    const key = [circumstances.actor.id, coordinate, circumstances.at.slice(0, 16)].join('\n');
    const before = this.folds.get(key);
    if (before) {
      // Of tries on several people only that they were several is kept.
      this.folds.set(key, { ...before, count: before.count + 1, subject: before.subject === subject ? subject : null });
    } else if (this.folds.size < mostFolds) {
      this.folds.set(key, {
        ...circumstances,
        subject,
        action: 'DENIED',
        coordinates: [coordinate],
        count: 1,
        decision,
      });
    }
  }
}
