import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LedgerReport, runLedger } from './ledgerRun.ts';
import { runOutage } from './outage.ts';
import { type LedgerPlatform, startLedgerPlatform } from './processes.ts';

// The short form; the long one is `npm run ledger -- --kills 100` (docs/reliability.md).
let platform: LedgerPlatform;
beforeAll(async () => {
  platform = await startLedgerPlatform();
}, 180_000);
afterAll(() => platform?.stop(), 60_000);

const inBalance = {
  lost: 0,
  duplicates: 0,
  unasked: 0,
  notInInbox: 0,
  wronglyNotified: 0,
  withoutBusiness: 0,
  strayBusinesses: 0,
};

describe('applying while processes are killed', () => {
  it('loses nothing, doubles nothing, and tells the inbox of every step once', async () => {
    const report = await runLedger(platform, { kills: 5 });
    expect(report).toMatchObject(inBalance);
    expect([report.acked, report.stored, report.inInbox]).toEqual([report.sent, report.sent, report.sent]);
    expect(report.unknown).toBeGreaterThan(0);
  }, 400_000);

  it('goes on while the mall is away, and completes the inbox in order within a minute after it is back', async () => {
    const report = await runOutage(platform, { seconds: 6, perSecond: 5 });
    expect(report).toMatchObject({ submitted: 30, answeredMeanwhile: 30, isComplete: true });
    expect(report.completeAfterMs).not.toBeNull();
  }, 180_000);
});

describe('the ledger itself', () => {
  const withFault = async (fault: string, victims: readonly string[]): Promise<LedgerReport> => {
    await platform.exchangeLicensing(`tests/ledger/faults/${fault}.ts`);
    return runLedger(platform, { kills: 3, victims });
  };

  it('finds what is lost when an application is acknowledged before it is written', async () => {
    // Only its own end loses what the agency has not written: three others at random would now and then lose nothing.
    const { lost, duplicates } = await withFault('ackBeforeWrite', ['business-licensing']);
    expect(lost).toBeGreaterThan(0);
    expect(duplicates).toBe(0);
  }, 300_000);

  it('finds what is doubled when a key is forgotten', async () => {
    const { lost, duplicates } = await withFault('withoutIdempotency', ['business-licensing', 'gateway']);
    expect(duplicates).toBeGreaterThan(0);
    expect(lost).toBe(0);
  }, 300_000);
});
