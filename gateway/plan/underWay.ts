/** Counts what is under way, so that something is taken away only when nobody needs it any more. */
export class UnderWay {
  private count = 0;
  private told: (() => void) | null = null;

  enter(): void {
    this.count += 1;
  }

  leave(): void {
    this.count -= 1;
    if (this.count === 0) this.tell();
  }

  /** Calls back once nothing is under way, at once if that is so now. */
  whenNone(callback: () => void): void {
    this.told = callback;
    if (this.count === 0) this.tell();
  }

  private tell(): void {
    const { told } = this;
    this.told = null;
    told?.();
  }
}
