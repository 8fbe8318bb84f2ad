import type { Connection } from 'mongoose';
import { currentSpan } from './currentSpan.ts';
import type { TraceSpan } from './tracing.ts';

/**
 * Traces the commands that requests send to the database: which command, on which collection, how long. What it looks for
 * or writes is not looked at. A command of no request, such as a look for what is due, is not traced.
 */
export function traceCommands(connection: Connection): void {
  const underWay = new Map<number, TraceSpan>();
  const client = connection.getClient();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const span = currentSpan();
    if (!span) return;
    const collection = collectionOf(commandName, command);
    const attributes = {
      'db.system.name': 'mongodb',
      'db.operation.name': commandName,
      ...(collection === undefined ? {} : { 'db.collection.name': collection }),
    } as const;
    const name = collection === undefined ? commandName : `${commandName} ${collection}`;
    underWay.set(requestId, span.begin(name, { kind: 'CLIENT', attributes }));
  });
  client.on('commandSucceeded', ({ requestId }) => take(requestId)?.end());
  client.on('commandFailed', ({ requestId, failure }) => {
    const { code } = failure as { code?: unknown };
    take(requestId)?.end({ 'db.response.status_code': typeof code === 'number' ? String(code) : 'none' }, true);
  });

  function take(requestId: number): TraceSpan | undefined {
    const span = underWay.get(requestId);
    underWay.delete(requestId);
    return span;
  }
}

function collectionOf(commandName: string, command: Readonly<Record<string, unknown>>): string | undefined {
  const named = command[commandName === 'getMore' ? 'collection' : commandName];
  return typeof named === 'string' ? named : undefined;
}
