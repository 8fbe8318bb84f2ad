import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellHeapsOfWhatStarts } from '../bench/measure/liveHeap.ts';
import { type CountedKeys, countKeys } from './countedKeys.ts';
import { agencyAway, faultsOfAbsence, rollingRestart } from './faults.ts';
import { type Load, startLoad } from './load.ts';
import { faultsOfSoak, soak } from './soak.ts';
import { startWholePlatform, type WholePlatform } from './wholePlatform.ts';

// The short forms; the long ones are `npm run reliability -- load`, `restart` and so on (docs/reliability.md).
const citizens = 10;
const rps = 16;
const directory = mkdtempSync(join(tmpdir(), 'mpp-reliability-'));
const heaps = `${directory}-heaps`;
/** In seconds more is compiled and cached than in an hour that comes after: it is no leak yet. */
const mostGrowthAtFirst = 0.3;
let keys: CountedKeys;
let platform: WholePlatform;
let load: Load;
beforeAll(async () => {
  tellHeapsOfWhatStarts(heaps);
  keys = await countKeys();
  platform = await startWholePlatform({
    directory,
    gateways: 2,
    citizens,
    gatewaySettings: { TOKEN_JWKS: '', TOKEN_JWKS_URL: keys.url },
  });
  keys.give(platform.issuer.jwks);
  load = await startLoad(platform, { citizens, seed: 'short' });
}, 300_000);
afterAll(async () => {
  await load?.stop();
  await platform?.stop();
  keys?.stop();
  for (const folder of [directory, heaps]) rmSync(folder, { recursive: true, force: true });
}, 120_000);

describe('a platform of real processes, asked at a fixed rate', () => {
  it('fetches the issuer’s keys once for a crowd that comes at the same moment (R19)', async () => {
    const { sent, verdicts } = await load.herd();
    expect(verdicts).toMatchObject({ right: sent });
    expect(keys.asked()).toBe(platform.gatewayPorts.length);
  }, 120_000);

  it('answers everybody rightly, readers and those who apply (R1)', async () => {
    const { sent, verdicts } = await load.run({ rps, seconds: 2.5 });
    expect(verdicts).toMatchObject({ right: sent });
  }, 60_000);

  it('shows nobody an error while its gateways are restarted one by one (R12, R5)', async () => {
    for (const [, { sent, verdicts, examples }] of await rollingRestart(platform, load, {
      names: ['gateway-1', 'gateway-2'],
      rps,
    })) {
      const none = { degraded: 0, refused: 0, failed: 0, wrong: 0, examples: [] };
      expect({ ...verdicts, examples }).toEqual({ right: sent, ...none });
    }
  }, 240_000);

  it('misses an agency that is killed, and nothing else, and has it again when it is back (R8)', async () => {
    const report = await agencyAway(platform, load, { agency: 'tax', how: 'killed', rps, seconds: 1.5 });
    expect([faultsOfAbsence(report, 'killed'), report.after.examples]).toEqual([[], []]);
  }, 240_000);

  it('leaves nothing behind while a third is asked in new words and an agency is killed (R18)', async () => {
    const report = await soak(platform, load, { rps, seconds: 12, heaps, phaseSeconds: 1.5 });
    expect(faultsOfSoak(report, mostGrowthAtFirst)).toEqual([]);
    expect(Object.keys(report.heaps)).toEqual(expect.arrayContaining(['gateway-1', 'identity', 'database']));
    await platform.untilReady();
  }, 120_000);

  it('has kept all that it acknowledged, each once', async () => {
    const { acknowledged, lost, doubled } = await load.settle();
    expect([acknowledged > 0, lost, doubled]).toEqual([true, 0, 0]);
  }, 60_000);
});
