import type { ExecutionResult } from 'graphql';
import { callerKey } from '../call/callerKey.ts';
import type { Node } from '../call/node.ts';
import type { GatewayContext } from '../context.ts';

type Execute = (variables: Node, context: GatewayContext) => Promise<ExecutionResult>;

interface Execution {
  readonly result: Promise<ExecutionResult>;
  askers: number;
}

/** The results that several requests were given, as they are sent; null until the first one is. */
const written = new WeakMap<ExecutionResult, Buffer | null>();

/**
 * Lets requests of one caller for one query, with the same variables, have one execution while it is under way, and one
 * result, which nobody may change. Each was admitted and counted before. Whoever wants it explained has one of their own.
 */
export function shareExecutions(execute: Execute): Execute {
  const underWay = new Map<string, Execution>();
  return async (variables, context) => {
    if (context.explain || context.explainCost || context.explainAgencies) return execute(variables, context);
    const key = `${callerKey(context)}\n${JSON.stringify(variables)}`;
    let execution = underWay.get(key);
    if (!execution) {
      execution = { result: execute(variables, context).finally(() => underWay.delete(key)), askers: 0 };
      underWay.set(key, execution);
    }
    execution.askers += 1;
    const result = await execution.result;
    if (execution.askers > 1 && !written.has(result)) written.set(result, null);
    return result;
  };
}

/** Writes a result, once for all requests that were given it. */
export function writeOnce(result: ExecutionResult, write: () => Buffer): Buffer {
  const known = written.get(result);
  if (known) return known;
  const bytes = write();
  if (known === null) written.set(result, bytes);
  return bytes;
}
