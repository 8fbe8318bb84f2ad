import type { Connection } from 'mongoose';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { SeedRequest } from '#kit/sandbox/seed.ts';
import type { Vault } from '#kit/vault/vault.ts';

/** One record of its own. */
export async function seed({ connection }: SeedRequest): Promise<void> {
  await connection.collection('notes').insertOne({ written: 'by the seed' });
}

/** Keeps what is announced. */
export async function receive(
  connection: Connection,
  _vault: Vault,
  announcements: readonly ApplicationAnnouncement[],
): Promise<void> {
  await connection.collection('announced').insertMany(announcements.map(({ id }) => ({ id })));
}
