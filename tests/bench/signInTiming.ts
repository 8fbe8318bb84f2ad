import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '#kit/mongo.ts';
import { createPopulation } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import { keyRingFrom, newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { startEmbeddedDatabase } from '../../scripts/database.ts';
import { identityModels } from '../../subgraphs/identity/model.ts';
import { oneIdModels } from '../../subgraphs/identity/one-id/model.ts';
import type { PinHash } from '../../subgraphs/identity/one-id/pin/digest.ts';
import { startHashPool } from '../../subgraphs/identity/one-id/pin/hashPool.ts';
import { signInCheck } from '../../subgraphs/identity/one-id/signIn.ts';
import { seed } from '../../subgraphs/identity/seed.ts';
import { type Difference, difference } from './measure/difference.ts';

/**
 * Whether the time of a refused sign-in tells that a NIK exists (attack A29): `npx tsx tests/bench/signInTiming.ts`, with
 * `--hashed=2000 --samples=2000` for as many tries of each kind in two rounds: with the PIN hashed as it is in earnest, and
 * with a hash that takes no time, so that what is left of the work cannot hide behind it.
 */
const { values } = parseArgs({
  options: { samples: { type: 'string', default: '2000' }, hashed: { type: 'string', default: '2000' } },
});
const wrongPin = '135791';

const folder = mkdtempSync(join(tmpdir(), 'mpp-timing-'));
const database = await startEmbeddedDatabase(folder, 'process');
const connection = await connect({ uri: database.uri, database: 'sign_in_timing' });
const vault = createVault('identity', keyRingFrom(newDevelopmentKeys()));
const households = createPopulation(200, new Date());
await seed({ connection, vault, households, now: new Date(), announce: async () => {} });
const models = { ...identityModels(connection), ...oneIdModels(connection) };
const random = new Random('sign-in timing');
const known = households.flatMap(({ members }) => members).filter(({ persona }) => persona !== undefined);
const pool = startHashPool(1);

const nothing = Buffer.alloc(32).toString('base64');
await report('with the PIN hashed', Number(values.hashed), pool.hash);
await report('with a hash that takes no time', Number(values.samples), async () => nothing);

await pool.stop();
await connection.close();
await database.stop();
rmSync(folder, { recursive: true, force: true });

/** Tries that are refused, of known and unknown numbers by turns of chance, so that both see the same machine. */
async function compare(samples: number, hash: PinHash): Promise<Difference> {
  const check = signInCheck({ models, vault }, hash, Buffer.from('counting key of a benchmark'));
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let tried = 0; tried < 2 * samples + 40; tried += 1) {
    const kind =
      times.known.length === samples || (times.unknown.length < samples && random.chance(0.5)) ? 'unknown' : 'known';
    const number =
      kind === 'known' ? random.pick(known).nik : `99999901019${String(random.next()).slice(2, 7).padEnd(5, '0')}`;
    await models.signInTries.deleteMany({});
    const started = process.hrtime.bigint();
    const { kind: outcome } = await check({
      number,
      pin: wrongPin,
      address: `203.0.113.${tried % 250}`,
      now: new Date(),
    });
    const took = Number(process.hrtime.bigint() - started) / 1_000_000;
    if (outcome !== 'REFUSED') throw new Error(`A wrong PIN was answered ${outcome}.`);
    // The first ones warm the process up.
    if (tried >= 40) times[kind].push(took);
  }
  return difference(times.known, times.unknown);
}

async function report(what: string, samples: number, hash: PinHash): Promise<void> {
  const { medians, welchT, rankZ } = await compare(samples, hash);
  const [ofKnown, ofUnknown] = medians.map((time) => time.toFixed(3));
  console.log(
    `${what}, ${samples} tries each: a NIK that exists ${ofKnown} ms, one that does not ${ofUnknown} ms (medians);`,
  );
  console.log(`  Welch t = ${welchT.toFixed(2)}, rank test z = ${rankZ.toFixed(2)} (beyond ±4.5 it would tell).`);
}
