import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { unauthenticated } from '../errors.ts';
import type { AccessBatch } from './entry.ts';

/** Where an agency that keeps the citizens' view takes what others tell, beside its own `/graphql`. */
export const announcementsPath = '/access-log/announcements';

export const relayAgencyHeader = 'x-mpp-agency';
export const relaySignatureHeader = 'x-mpp-agency-signature';

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

/** What citizens are told of some batches: reads of their data. Refused tries and searches for nobody stay inside. */
export function relayedForm(agency: string, batches: readonly AccessBatch[]): RelayedBatches {
  return {
    agency,
    batches: batches.map(({ _id, hash, entries }) => ({
      batch: _id,
      hash,
      entries: entries.flatMap(({ subject, action, actor, ...entry }) =>
        subject === null || action !== 'READ'
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

/** The headers by which an agency proves that it says this. Saying it again changes nothing, so there is no nonce. */
export function signRelayed(key: KeyObject, agency: string, body: string): Record<string, string> {
  const signature = sign(null, signedText(agency, body), key).toString('base64url');
  return { [relayAgencyHeader]: agency, [relaySignatureHeader]: signature };
}

/**
 * Reads what an agency tells of its access log.
 *
 * @param keys the agencies' public keys, by name
 * @throws UNAUTHENTICATED when the agency's key did not sign these bytes
 */
export function readRelayed(
  keys: ReadonlyMap<string, KeyObject>,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Buffer,
): RelayedBatches {
  const agency = headers[relayAgencyHeader];
  const signature = headers[relaySignatureHeader];
  const key = typeof agency === 'string' ? keys.get(agency) : undefined;
  if (typeof agency !== 'string' || typeof signature !== 'string' || !key) throw refused();
  if (!verify(null, signedText(agency, body), key, Buffer.from(signature, 'base64url'))) throw refused();
  const told = relayedBatches.parse(JSON.parse(body.toString()));
  // An agency speaks for itself only.
  if (told.agency !== agency) throw refused();
  return told;
}

function signedText(agency: string, body: string | Uint8Array): Buffer {
  const digest = createHash('sha256').update(body).digest('base64url');
  return Buffer.from(`POST\n${announcementsPath}\n${agency}\n${digest}`);
}

function refused() {
  return unauthenticated('This is for agencies with a known key only.');
}
