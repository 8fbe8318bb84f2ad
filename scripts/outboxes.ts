import type { OutboxStore } from '#kit/application/outbox.ts';
import { connect } from '#kit/mongo.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { agencyNames } from '../schema/agencies.ts';
import { loadAgency } from './seedDatabases.ts';

/** The outboxes of all agencies that have applications, for somebody who looks after them. */
export interface Outboxes {
  /** Tells agency by agency what waits and what is parked, without a word about anybody. @returns how many are parked */
  tellState(tell: (line: string) => void): Promise<number>;
  /** Has a parked application told again. @returns whether any agency had it parked */
  tellAgain(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens them. @param databaseOf where each agency keeps its own */
export async function outboxes(databaseOf: (agency: string) => Parameters<typeof connect>[0]): Promise<Outboxes> {
  const opened: { name: string; store: OutboxStore; close: () => Promise<void> }[] = [];
  for (const name of agencyNames()) {
    const { applications, models } = await loadAgency(name);
    if (!applications) continue;
    const connection = await connect(databaseOf(name));
    const store = applications.outbox(models(connection), createVault(name, keyRingOf(name)));
    opened.push({ name, store, close: () => connection.close() });
  }
  return {
    async tellState(tell) {
      let count = 0;
      for (const { name, store } of opened) {
        const { waiting, waitingSince, parked } = await store.untold();
        const since = waitingSince ? `, the first since ${waitingSince.toISOString()}` : '';
        tell(`${name}: ${waiting} wait${since}; ${parked.length} parked.`);
        for (const { id, sequence, tries } of parked) tell(`  ${id} step ${sequence}, refused ${tries} times`);
        count += parked.length;
      }
      return count;
    },
    async tellAgain(id) {
      for (const { store } of opened) if (await store.tellAgain(id)) return true;
      return false;
    },
    close: async () => void (await Promise.all(opened.map(({ close }) => close()))),
  };
}
