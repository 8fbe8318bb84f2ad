import type { SupergraphAlarm } from './alarm.ts';
import { believed, type Demands, type FoundSupergraph } from './published.ts';
import { asRefused, SupergraphRefused } from './refused.ts';
import { type Delivered, digestOf, type SupergraphSource } from './source.ts';

/** Somebody may be amid writing what is not good: it is looked at again after this long before anybody is alarmed. */
const settleMs = 500;
const unreachable = 'unreachable';
/** What a half written supergraph looks like. */
const perhapsHalf: readonly SupergraphRefused['reason'][] = ['UNREACHABLE', 'UNSIGNED', 'CHANGED', 'INVALID'];

export interface FollowingOptions {
  readonly source: SupergraphSource;
  readonly demands: Demands;
  /** What is served at the beginning. */
  readonly first: FoundSupergraph;
  /** Puts another one in force. @throws when that one cannot be served, and then changes nothing */
  readonly exchange: (text: string) => Promise<void>;
  /** Hears of each one that came into force. */
  readonly inForce?: (found: FoundSupergraph) => void;
  readonly alarm: SupergraphAlarm;
  readonly pollMs: number;
}

/**
 * Follows a source of supergraphs: what is published comes into force, whatever else lies there is refused with one alarm
 * while the present one serves on. Each content is judged once.
 */
export class SupergraphFollower {
  private readonly options: FollowingOptions;
  private present: FoundSupergraph;
  /** The content that was looked at last, whatever became of it. */
  private judged: string | null = null;
  private doubted: string | null = null;
  private looking: Promise<void> | null = null;
  private isStopped = false;
  private lookAgain = false;
  private timers: NodeJS.Timeout[] = [];
  private unwatch: () => void = () => undefined;

  constructor(options: FollowingOptions) {
    this.options = options;
    this.present = options.first;
  }

  start(): void {
    const { source, pollMs } = this.options;
    const look = () => void this.look();
    this.unwatch = source.watch(look);
    this.timers = [setInterval(look, pollMs).unref()];
    look();
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.unwatch();
    for (const timer of this.timers) clearTimeout(timer);
    await this.looking;
  }

  /** Looks what lies there now, and does with it what is to be done. Never fails. */
  look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookOnce().finally(() => {
      this.looking = null;
      if (!this.lookAgain || this.isStopped) return;
      this.lookAgain = false;
      void this.look();
    });
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    let delivered: Delivered;
    try {
      delivered = await this.options.source.read();
    } catch (reason) {
      this.refuse(unreachable, asRefused(reason));
      return;
    }
    this.options.alarm.calm(unreachable);
    if (this.doubted === unreachable) this.doubted = null;
    const content = digestOf(delivered);
    if (content === this.judged) return;
    try {
      await this.take(delivered);
      this.judged = content;
    } catch (reason) {
      if (this.refuse(content, asRefused(reason))) this.judged = content;
    }
  }

  private async take(delivered: Delivered): Promise<void> {
    const { exchange, inForce, alarm, demands } = this.options;
    const { text, publication } = this.present;
    const found = believed(delivered, { ...demands, leastVersion: publication?.version ?? demands.leastVersion });
    if (found.publication?.version === publication?.version) {
      if (found.text === text) return;
      if (publication)
        throw new SupergraphRefused('OLDER', `Version ${publication.version} is in force with another text.`);
    }
    const started = performance.now();
    // The same text may be published again, as after two rollbacks: its version counts, and nothing has to be planned.
    if (found.text !== text) await exchange(found.text);
    this.present = found;
    inForce?.(found);
    alarm.exchanged(found.publication?.version ?? null, performance.now() - started);
  }

  /** @returns whether that is the last word on this content */
  private refuse(content: string, refused: SupergraphRefused): boolean {
    const { alarm, source } = this.options;
    if (perhapsHalf.includes(refused.reason) && this.doubted !== content) {
      this.doubted = content;
      if (!this.isStopped) this.timers[1] = setTimeout(() => void this.look(), settleMs).unref();
      return false;
    }
    alarm.raise(content, refused, source.name);
    return true;
  }
}
