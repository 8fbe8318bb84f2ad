import { createHash } from 'node:crypto';
import type { Principal } from '../principal.ts';

/** What the use of personal data rests on (UU 27/2022, article 20, paragraph 2). */
export type LegalBasis = 'CONSENT' | 'LEGAL_OBLIGATION' | 'PUBLIC_TASK' | 'CONTRACT' | 'VITAL_INTEREST';

/** Who read, by a pseudonym: the id of a token tells no name. */
export interface AccessActor {
  readonly id: string | null;
  readonly role: Principal['kind'];
  /** The agency that the reader works for; null for one who works for none. */
  readonly agency: string | null;
  readonly region: string | null;
}

/** Why a read was let through or refused, or that an account was locked after too many tries to sign in. */
export type AccessDecision = 'ALLOWED' | 'FORBIDDEN' | 'PURPOSE_MISSING' | 'LOCKED_OUT';

/** One read, or one refused try, before it has its place in the log. Holds no value and no personal number. */
export interface AccessNote {
  /** UTC, RFC 3339. */
  readonly at: string;
  readonly actor: AccessActor;
  /** The opaque id of the citizen whose data it is; null for a search that found nobody. */
  readonly subject: string | null;
  readonly action: 'READ' | 'DENIED';
  /** The fields, such as `Citizen.fullName`, in alphabetical order. */
  readonly coordinates: readonly string[];
  /** How many values were read, or how many times it was tried. */
  readonly count: number;
  /** Why, in the reader's words, and the application or file it is for. */
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly legalBasis: LegalBasis;
  readonly decision: AccessDecision;
  readonly requestId: string;
}

/** A note in its place: numbered, and tied to the one before it by its hash. */
export interface AccessEntry extends AccessNote {
  readonly seq: number;
  /** The agency whose log this is. */
  readonly chain: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** Entries that were written at once: one document, so that they are written together or not at all. */
export interface AccessBatch {
  /** The number of the batch, from 1 without gaps: two writers that follow the same head meet here. */
  readonly _id: number;
  readonly entries: readonly AccessEntry[];
  /** The hash of the entry before the first one, and of the last one. */
  readonly prevHash: string;
  readonly hash: string;
}

/** The end of a chain: where the next batch joins. */
export interface ChainHead {
  readonly batch: number;
  readonly seq: number;
  readonly hash: string;
}

/** The head of a chain that is still empty. */
export const emptyChain: ChainHead = { batch: 0, seq: 0, hash: '0'.repeat(64) };

/** Ties notes to a chain: the batch that follows this head. */
export function sealBatch(chain: string, head: ChainHead, notes: readonly AccessNote[]): AccessBatch {
  let prevHash = head.hash;
  const entries = notes.map((note, index) => {
    const unsealed = { ...note, seq: head.seq + 1 + index, chain, prevHash };
    const entry = { ...unsealed, hash: hashOf(unsealed) };
    prevHash = entry.hash;
    return entry;
  });
  return { _id: head.batch + 1, entries, prevHash: head.hash, hash: prevHash };
}

/** The head that a chain has after this batch. */
export function headAfter(batch: AccessBatch): ChainHead {
  return { batch: batch._id, seq: batch.entries.at(-1)?.seq ?? 0, hash: batch.hash };
}

/** SHA-256 over the hash before and everything that the entry says, with its keys in alphabetical order. */
export function hashOf({ prevHash, ...said }: Omit<AccessEntry, 'hash'>): string {
  return createHash('sha256').update(prevHash).update(inOrder(said)).digest('hex');
}

/** The canonical JSON of an entry. Written out, since the order is known: an audit does this for every entry there is. */
function inOrder(said: Omit<AccessEntry, 'hash' | 'prevHash'>): string {
  const { action, actor, at, caseId, chain, coordinates, count, decision, legalBasis, purpose, requestId, seq } = said;
  // An entry with anything more in it than it should have is not this one: all of it counts.
  if (Object.keys(said).length !== 13 || Object.keys(actor).length !== 4) return canonicalJson(said);
  const { agency, id, region, role } = actor;
  return JSON.stringify({
    action,
    actor: { agency, id, region, role },
    at,
    caseId,
    chain,
    coordinates,
    count,
    decision,
    legalBasis,
    purpose,
    requestId,
    seq,
    subject: said.subject,
  });
}

/** JSON with the keys of every object in alphabetical order, so that the order of storage does not matter. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  const members = keys.map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`);
  return `{${members.join(',')}}`;
}
