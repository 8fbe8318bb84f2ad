import type { KeyObject } from 'node:crypto';
import { ChainStore } from '#kit/access-log/store.ts';
import { verifyChain, type WitnessedBatch } from '#kit/access-log/verify.ts';
import { connect } from '#kit/mongo.ts';

type Address = Parameters<typeof connect>[0];

export interface AuditOptions {
  readonly agencies: readonly string[];
  readonly databaseOf: (agency: string) => Address;
  /** Databases that may hold receipts of what agencies told: that of the agency with the citizens' view is enough. */
  readonly witnesses: readonly Address[];
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly tell: (line: string) => void;
}

/** Verifies the chains of agencies one by one, and tells what is wrong where. @returns whether all are whole */
export async function verifyAccessLogs(options: AuditOptions): Promise<boolean> {
  let isWhole = true;
  for (const agency of options.agencies) isWhole = (await verifyOne(agency, options)) && isWhole;
  return isWhole;
}

async function verifyOne(agency: string, options: AuditOptions): Promise<boolean> {
  const { databaseOf, witnesses, keys, tell } = options;
  const key = keys.get(agency) ?? null;
  const connection = await connect(databaseOf(agency));
  try {
    const store = new ChainStore(connection);
    const started = performance.now();
    const heads = await store.signedHeads();
    const witnessed = await receiptsOf(agency, witnesses);
    const found = await verifyChain({ chain: agency, batches: store.after(0), heads, key, witnessed });
    const seconds = ((performance.now() - started) / 1_000).toFixed(2);
    const isWhole = key !== null && found.faults.length === 0;
    tell(
      `${agency}: ${found.entries} entries in ${found.batches} batches, ${found.signedHeads} signed heads, ` +
        `${witnessed.length} receipts: ${isWhole ? 'whole' : 'NOT WHOLE'} (${seconds} s)`,
    );
    if (!key) tell(`${agency}: its public key is not known, so that nothing shows whether the end was cut off`);
    for (const { kind, batch, seq, what } of found.faults) {
      tell(`${agency}: ${kind} at batch ${batch}${seq === null ? '' : `, entry ${seq}`}: ${what}`);
    }
    return isWhole;
  } finally {
    await connection.close();
  }
}

async function receiptsOf(agency: string, witnesses: readonly Address[]): Promise<WitnessedBatch[]> {
  const receipts: WitnessedBatch[] = [];
  for (const address of witnesses) {
    const connection = await connect(address);
    try {
      const rows = connection
        .collection<WitnessedBatch>('accessLogReceipts')
        .find({ agency })
        .sort({ batch: 1, _id: 1 });
      for await (const { batch, hash } of rows) receipts.push({ batch, hash });
    } finally {
      await connection.close();
    }
  }
  return receipts;
}
