/**
 * The server with one mistake put in: it answers before the transaction is committed. The kill test must notice.
 */
import { Store } from '../../storage/store.ts';

type Job = { run(): void; settle(): void };
type Inside = {
  queue: Job[];
  scheduled: NodeJS.Immediate | undefined;
  open?: boolean;
  files: { root: { transactionSync(work: () => unknown): unknown } };
  commit(): void;
};

(Store.prototype as unknown as Inside).commit = function (this: Inside) {
  if (this.open) {
    this.scheduled = setImmediate(() => this.commit());
    return;
  }
  const jobs = this.queue;
  this.queue = [];
  this.scheduled = undefined;
  this.open = true;
  this.files.root.transactionSync(() => {
    for (const job of jobs) job.run();
    for (const job of jobs) job.settle();
    return new Promise<void>((resolve) => setTimeout(resolve, 100)).then(() => {
      this.open = false;
    });
  });
};

await import('../../main.ts');
