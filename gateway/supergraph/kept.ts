import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { publicationSchema } from '../../schema/registry/publication.ts';
import { believed, type Demands, type FoundSupergraph } from './published.ts';

const schema = z.object({ text: z.string(), publication: publicationSchema });

/** Keeps what came into force, so that a start after this serves nothing older; what is newer already stays. */
export function keep(file: string, { text, publication }: FoundSupergraph, demands: Demands): void {
  if (!publication) return;
  const kept = readKept(file, demands);
  if (kept?.publication && kept.publication.version >= publication.version) return;
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, JSON.stringify({ text, publication }), { mode: 0o600 });
  renameSync(whole, file);
}

/** What was kept; null when there is nothing, or nothing that is believed. It is signed, as whatever is published. */
export function readKept(file: string, demands: Demands): FoundSupergraph | null {
  try {
    const { text, publication } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return believed({ text, ledger: JSON.stringify([publication]) }, demands);
  } catch {
    return null;
  }
}
