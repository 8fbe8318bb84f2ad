import { join } from 'node:path';
import type { DevelopmentIssuer } from '#kit/sandbox/issuer.ts';
import { fixSetting } from '#kit/setting.ts';
import { agencyNames } from '../../../schema/agencies.ts';
import { startPlatform } from '../../../scripts/platform.ts';
import { endAllBelow } from '../leaveNothingBehind.ts';
import { processRunning } from '../measure/processAccounting.ts';

/** The platform as `npm start` runs it, with the process of each of its parts. */
export interface MeasuredPlatform {
  readonly port: number;
  readonly issuer: DevelopmentIssuer;
  /** Name -> process id: the gateway, each agency, the database. */
  readonly processes: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export interface MeasuredPlatformOptions {
  /** Kept between runs, so that the database is seeded once. */
  readonly directory: string;
  readonly citizens: number;
  readonly port: number;
  /** Seeding and starting are given up after this time. */
  readonly withinMs: number;
  readonly tell: (line: string) => void;
}

/** Starts the platform on an embedded database of its own with so many citizens; seeds it unless that was done before. */
export async function startMeasuredPlatform(options: MeasuredPlatformOptions): Promise<MeasuredPlatform> {
  const { directory, port, tell } = options;
  fixSetting('SEED_CITIZENS', String(options.citizens));
  fixSetting('LOG_LEVEL', 'error');
  // Few identities ask as fast as they can.
  fixSetting('RATE_CALLER_PER_MINUTE', '1000000000');
  fixSetting('RATE_ADDRESS_PER_MINUTE', '1000000000');
  // Never the database of MONGODB_URI: whatever lies there is not the bench's to fill.
  fixSetting('MONGODB_URI', '');
  const guard = setTimeout(endAllBelow, options.withinMs);
  try {
    const logFile = join(directory, 'bench.log');
    const platform = await startPlatform({ directory, port, watch: false, tell, logFile });
    return { port, issuer: platform.keys.issuer, processes: processesOf(), stop: () => platform.stop() };
  } finally {
    clearTimeout(guard);
  }
}

function processesOf(): Map<string, number> {
  const files: [name: string, file: string][] = [
    ['gateway', 'gateway/main.ts'],
    ...agencyNames().map((agency): [string, string] => [agency, `subgraphs/${agency}/server.ts`]),
    ['database', 'embedded-mongo/main.ts'],
  ];
  return new Map(
    files.flatMap(([name, file]) => {
      const pid = processRunning(file);
      return pid === null ? [] : [[name, pid]];
    }),
  );
}
