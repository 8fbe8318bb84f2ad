import { parseArgs } from 'node:util';
import { runLedger } from '../tests/ledger/ledgerRun.ts';
import { measureFreshness, runOutage } from '../tests/ledger/outage.ts';
import { startLedgerPlatform } from '../tests/ledger/processes.ts';

// Kills processes amid applications and compares: npm run ledger -- --kills 100. With --outage 600 the mall is away for so
// many seconds instead, with --freshness it is measured how soon the inbox shows an application. Ends with 1 on a fault.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '15' },
    outage: { type: 'string' },
    freshness: { type: 'boolean', default: false },
    fault: { type: 'string' },
    mongodb: { type: 'string' },
  },
});
const faults: Readonly<Record<string, string>> = {
  'ack-before-write': 'tests/ledger/faults/ackBeforeWrite.ts',
  'without-idempotency': 'tests/ledger/faults/withoutIdempotency.ts',
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const platform = await startLedgerPlatform(values.mongodb);
let isWhole = false;
try {
  if (values.fault !== undefined) await platform.exchangeLicensing(faults[values.fault] ?? values.fault);
  if (values.freshness) {
    console.table([await measureFreshness(platform, 200)]);
    isWhole = true;
  } else if (values.outage !== undefined) {
    const report = await runOutage(platform, { seconds: Number(values.outage), perSecond: 5 });
    console.table([report]);
    isWhole = report.isComplete && report.completeAfterMs !== null;
  } else {
    const { killed, ...balance } = await runLedger(platform, { kills: Number(values.kills), tell: console.log });
    console.log(`killed: ${JSON.stringify(killed)}`);
    console.table([balance]);
    const { lost, duplicates, unasked, notInInbox, wronglyNotified, withoutBusiness, strayBusinesses } = balance;
    const faultsFound = lost + duplicates + unasked + notInInbox + wronglyNotified + withoutBusiness + strayBusinesses;
    isWhole = faultsFound === 0 && balance.acked === balance.sent;
  }
} finally {
  await platform.stop(!isWhole);
  if (!isWhole) console.error(`${platform.logFile} says what the processes did.`);
}
if (!isWhole) process.exitCode = 1;
