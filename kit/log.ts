import { pino } from 'pino';
import { z } from 'zod';
import { maskPersonalNumbers } from './personalNumbers.ts';
import { setting } from './setting.ts';

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

const level = z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info');

/**
 * A log that writes one JSON object a line to standard error, with personal numbers masked wherever they stand.
 * The level comes from `LOG_LEVEL`.
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
    },
    { write: (line: string) => write(maskPersonalNumbers(line)) },
  );
}

function writeToStandardError(line: string): void {
  process.stderr.write(line);
}
