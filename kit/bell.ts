/** Lets one side wait for the other, for a time; a ring that nobody waits for is heard the next time. */
export class Bell {
  private rung = false;
  private answer = () => {};

  ring(): void {
    this.rung = true;
    this.answer();
  }

  async heard(withinMs: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs).unref();
        this.answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
  }
}
