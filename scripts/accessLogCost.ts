import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import { Disclosures } from '#kit/access-log/disclosures.ts';
import { headAfter, sealBatch } from '#kit/access-log/entry.ts';
import { noteDisclosures } from '#kit/access-log/noteDisclosures.ts';
import { ChainStore } from '#kit/access-log/store.ts';
import { verifyChain } from '#kit/access-log/verify.ts';
import { ChainWriter } from '#kit/access-log/writer.ts';
import { connect } from '#kit/mongo.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import { startEmbeddedDatabase } from './database.ts';

// Says what the access log costs on this machine: node --import tsx scripts/accessLogCost.ts
// One request reads 10 personal fields of one citizen; each figure is the median of several rounds.
const officer = asOfficer('tax', '35.10', []);
const owner = asCitizen('ctz-1');
const names = Array.from({ length: 10 }, (_, index) => `field${index}`);
const text = `directive @personal on FIELD_DEFINITION type Query { person: Person } type Person { ${names
  .map((name) => `${name}: String @personal`)
  .join(' ')} }`;
const document = parse(`{ person { ${names.join(' ')} } }`);
const rootValue = { person: { id: 'ctz-1', ...Object.fromEntries(names.map((name) => [name, 'a value'])) } };
const subjects = { Person: ({ id }: { readonly id: string }) => id };
const noted = noteDisclosures(buildSchema(text), subjects);
const plain = buildSchema(text);

const inMicroseconds = (schema: GraphQLSchema, principal: typeof officer) =>
  median(15, () => {
    const started = performance.now();
    for (let run = 0; run < 2_000; run++) {
      const disclosures = new Disclosures({ principal, requestId: 'r' }, new Date());
      execute({ schema, document, rootValue, contextValue: { principal, disclosures } });
    }
    return ((performance.now() - started) * 1_000) / 2_000;
  });
inMicroseconds(noted, owner);
const without = inMicroseconds(plain, owner);
say('a request without the log', without, 'us');
say("the same, of the citizen's own data", inMicroseconds(noted, owner) - without, 'us more');
say('the same, of somebody else, before it is written', inMicroseconds(noted, officer) - without, 'us more');

const directory = mkdtempSync(join(tmpdir(), 'mpp-access-log-'));
const database = await startEmbeddedDatabase(directory, 'full');
const connection = await connect({ uri: database.uri, database: 'cost' });
try {
  const store = new ChainStore(connection);
  const writer = new ChainWriter({ chain: 'tax', store });
  await writer.write(aNote());
  const alone = await medianOf(9, async () => timed(50, async () => writer.write(aNote())));
  say('writing the note of one request that comes alone', alone * 1_000, 'us');
  const together = await medianOf(9, async () => timed(1, () => Promise.all(range(50, () => writer.write(aNote())))));
  say('writing the note of one of 50 requests at once', (together * 1_000) / 50, 'us');

  let head = await store.head();
  const entries = 100_000;
  while (head.seq < entries) {
    const batch = sealBatch('tax', head, range(Math.min(500, entries - head.seq), aNote).flat());
    await store.insert(batch);
    head = headAfter(batch);
  }
  await writer.stop();
  const started = performance.now();
  const { entries: walked, faults } = await verifyChain({
    chain: 'tax',
    batches: store.after(0),
    heads: [],
    key: null,
  });
  say(`verifying ${walked} entries from the database, ${faults.length} faults`, performance.now() - started, 'ms');
} finally {
  await connection.close();
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
}

function aNote() {
  const disclosures = new Disclosures({ principal: officer, purpose: 'a measurement', requestId: 'r' }, new Date());
  for (const name of names) disclosures.noteRead(`Person.${name}`, ['ctz-1']);
  return disclosures.notes();
}

async function timed(times: number, run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let time = 0; time < times; time++) await run();
  return (performance.now() - started) / times;
}

function median(rounds: number, measure: () => number): number {
  return middle(range(rounds, measure));
}

async function medianOf(rounds: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) found.push(await measure());
  return middle(found);
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function range<Item>(length: number, make: () => Item): Item[] {
  return Array.from({ length }, make);
}

function say(what: string, figure: number, unit: string): void {
  console.log(`${what.padEnd(64)} ${figure.toFixed(1).padStart(9)} ${unit}`);
}
