import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceSpan } from './tracing.ts';

/** It costs nothing until the first span is entered, which happens only where traces are on. */
const current = new AsyncLocalStorage<TraceSpan>();

/** Does a piece of work so that whatever is done in it, and written to the log, belongs to this span. */
export function withinSpan<Result>(span: TraceSpan, work: () => Result): Result {
  return current.run(span, work);
}

/** The span that is being worked on; undefined where nothing is traced. */
export function currentSpan(): TraceSpan | undefined {
  return current.getStore();
}
