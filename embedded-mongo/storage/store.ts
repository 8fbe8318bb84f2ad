import { BSONError } from 'bson';
import { MongoError } from '../errors.ts';
import { Catalogue } from './catalogue.ts';
import type { Collection } from './collection.ts';
import { type Durability, type Files, openFiles, syncFiles } from './files.ts';
import { Records } from './records.ts';

type Job = { readonly run: () => void; readonly settle: () => void; readonly fail: (error: unknown) => void };

const syncInterval = 100;
const garbagePiece = 2000;

/**
 * Documents, indexes and catalogue on disk. All writes that arrive in one turn of the event loop share one transaction,
 * and with it one write to disk; nobody is answered before it is done.
 */
export class Store {
  readonly files: Files;
  readonly catalogue: Catalogue;
  readonly records: Records;
  private readonly durability: Durability;
  private queue: Job[] = [];
  private scheduled: NodeJS.Immediate | undefined;
  private syncTimer: NodeJS.Timeout | undefined;
  private syncing: Promise<void> | undefined;
  private collecting = false;
  private closed = false;
  /** Runs inside the last transaction. */
  onClosing: () => void = () => undefined;
  /** Runs when the files are closed. */
  onClosed: () => void = () => undefined;

  constructor(directory: string, durability: Durability) {
    this.durability = durability;
    this.files = openFiles(directory, durability);
    this.catalogue = new Catalogue(this.files);
    this.records = new Records(this.files, this.catalogue);
  }

  /**
   * Runs a job inside a transaction. What it throws is passed on, so it must throw before it has written anything.
   * @returns its result, once that is committed as `durability` promises
   */
  write<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.closed) return reject(new Error('The database is closed'));
      let outcome: { value: T } | { error: unknown };
      this.queue.push({
        run: () => {
          try {
            outcome = { value: job() };
          } catch (error) {
            // An error nobody foresaw may have left half a write behind: undo the whole transaction.
            if (!(error instanceof MongoError || error instanceof BSONError)) throw error;
            outcome = { error };
          }
        },
        settle: () => ('value' in outcome ? resolve(outcome.value) : reject(outcome.error)),
        fail: reject,
      });
      this.scheduled ??= setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const jobs = this.queue;
    this.queue = [];
    clearImmediate(this.scheduled);
    this.scheduled = undefined;
    if (jobs.length === 0) return;
    try {
      this.files.root.transactionSync(() => {
        for (const job of jobs) job.run();
      });
    } catch (error) {
      this.catalogue.reload();
      for (const job of jobs) job.fail(error);
      return;
    }
    for (const job of jobs) job.settle();
    if (this.durability === 'process') this.syncTimer ??= setTimeout(() => void this.sync(), syncInterval);
  }

  /** Resolves when everything committed so far is on disk. */
  async sync(): Promise<void> {
    if (this.durability === 'full') return;
    clearTimeout(this.syncTimer);
    this.syncTimer = undefined;
    // A sync that already runs may have begun before the caller's commit.
    await this.syncing;
    this.syncing ??= syncFiles(this.files).finally(() => {
      this.syncing = undefined;
    });
    await this.syncing;
  }

  findCollection(database: string, name: string): Collection | undefined {
    return this.catalogue.find(database, name);
  }

  /** The collection, made if there is none, as MongoDB does on a first insert. Must run inside a transaction. */
  requireCollection(database: string, name: string): Collection {
    return this.catalogue.find(database, name) ?? this.catalogue.create(database, name);
  }

  /** Begins to remove what was dropped, a piece at a time. */
  collectGarbage(): void {
    if (this.collecting || this.closed) return;
    this.collecting = true;
    this.write(() => this.catalogue.collectGarbage(garbagePiece)).then(
      (more) => {
        this.collecting = false;
        if (more) this.collectGarbage();
      },
      () => {
        this.collecting = false;
      },
    );
  }

  /** Commits what is queued and closes the files. */
  async close(): Promise<void> {
    if (this.closed) return;
    const last = this.write(() => this.onClosing());
    this.commit();
    await last;
    await this.abandon();
    this.onClosed();
  }

  /** Closes the files as they are. */
  async abandon(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearImmediate(this.scheduled);
    await this.sync();
    clearTimeout(this.syncTimer);
    await this.files.root.close();
  }
}
