import { pino } from 'pino';
import { z } from 'zod';
import { maskPersonalNumbers } from './personalNumbers.ts';
import { setting } from './setting.ts';
import { currentSpan } from './trace/currentSpan.ts';

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

const level = z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info');

/**
 * A log that writes one JSON object a line to standard error, with personal numbers masked wherever they stand.
 * The level comes from `LOG_LEVEL`. Where traces are on, a line that a request causes names its trace.
 *
 * @param process whose lines these are, for example `gateway` or `tax`
 */
export function createLog(process: string, write: (line: string) => void = writeToStandardError): Log {
  return pino(
    {
      name: process,
      level: setting('LOG_LEVEL', level),
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceOfLine,
    },
    { write: (line: string) => write(maskPersonalNumbers(line)) },
  );
}

/** A new object each time: pino writes into it. */
function traceOfLine(): { traceId?: string } {
  const span = currentSpan();
  return span ? { traceId: span.traceId } : {};
}

function writeToStandardError(line: string): void {
  process.stderr.write(line);
}
