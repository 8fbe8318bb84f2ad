import type { GatewayContext } from '../context.ts';
import type { Heard } from './agency.ts';
import type { Failure } from './failure.ts';
import type { Node } from './node.ts';

/** One execution of a plan, while it goes on. */
export interface Run {
  readonly context: GatewayContext;
  /** As the client sent them; what is not there has its default at the agency. */
  readonly variables: Node;
  /** With defaults, as the client's operation declares them. */
  readonly coerced: Node;
  /** What the agencies have said so far, joined. */
  readonly data: Node;
  readonly failures: Failure[];
  /** The calls that could be asked for once more. */
  readonly made: Map<string, Promise<Heard>>;
  /** When it began, by a clock that nobody moves, and how long all its calls may take together. */
  readonly startedAt: number;
  readonly budgetMs: number;
}

/** One part of a plan, ready to run. */
export type Step = (run: Run) => Promise<void>;
