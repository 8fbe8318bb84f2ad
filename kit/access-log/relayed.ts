import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type Headers, signTelling, tellerOf, unknownTeller } from '../telling.ts';
import type { AccessBatch } from './entry.ts';

/** Where an agency that keeps the citizens' view takes what others tell, beside its own `/graphql`. */
export const announcementsPath = '/access-log/announcements';

/** One read as the citizen is told of it: the role, never who it was. */
const relayedEntry = z.strictObject({
  hash: z.string(),
  at: z.iso.datetime(),
  subject: z.string(),
  role: z.string(),
  /** The agency that the reader works for. */
  readerAgency: z.string().nullable(),
  coordinates: z.array(z.string()),
  purpose: z.string().nullable(),
  caseId: z.string().nullable(),
  legalBasis: z.enum(['CONSENT', 'LEGAL_OBLIGATION', 'PUBLIC_TASK', 'CONTRACT', 'VITAL_INTEREST']),
});

const relayedBatches = z.strictObject({
  agency: z.string(),
  /** Every batch in order, also one without an entry for a citizen: their hashes bear witness to the whole chain. */
  batches: z.array(z.strictObject({ batch: z.number().int(), hash: z.string(), entries: z.array(relayedEntry) })),
});

export type RelayedBatches = z.output<typeof relayedBatches>;
export type RelayedEntry = z.output<typeof relayedEntry>;

/** What citizens are told of some batches: reads of their data, and locks of their account. Refused tries and searches for nobody stay inside. */
export function relayedForm(agency: string, batches: readonly AccessBatch[]): RelayedBatches {
  return {
    agency,
    batches: batches.map(({ _id, hash, entries }) => ({
      batch: _id,
      hash,
      entries: entries.flatMap(({ subject, action, actor, ...entry }) =>
        subject === null || (action !== 'READ' && entry.decision !== 'LOCKED_OUT')
          ? []
          : [
              {
                hash: entry.hash,
                at: entry.at,
                subject,
                role: actor.role,
                readerAgency: actor.agency,
                coordinates: [...entry.coordinates],
                purpose: entry.purpose,
                caseId: entry.caseId,
                legalBasis: entry.legalBasis,
              },
            ],
      ),
    })),
  };
}

/** The headers by which an agency proves that it says this. */
export function signRelayed(key: KeyObject, agency: string, body: string): Record<string, string> {
  return signTelling(key, agency, announcementsPath, body);
}

/**
 * Reads what an agency tells of its access log.
 *
 * @param keys the agencies' public keys, by name
 * @throws UNAUTHENTICATED when the agency's key did not sign these bytes
 */
export function readRelayed(keys: ReadonlyMap<string, KeyObject>, headers: Headers, body: Buffer): RelayedBatches {
  const agency = tellerOf(keys, announcementsPath, headers, body);
  const told = relayedBatches.parse(JSON.parse(body.toString()));
  // An agency speaks for itself only.
  if (told.agency !== agency) throw unknownTeller();
  return told;
}
