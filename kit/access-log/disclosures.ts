import type { ServiceError } from '../errors.ts';
import { maskPersonalNumbers } from '../personalNumbers.ts';
import type { Principal } from '../principal.ts';
import type { ForwardedIdentity } from '../signature.ts';
import type { AccessActor, AccessDecision, AccessNote } from './entry.ts';
import { missingReason } from './statedReason.ts';

/** A refused try, as far as it is known whose data it was about. */
export interface Refusal {
  readonly coordinate: string;
  readonly subject: string | null;
  readonly decision: Exclude<AccessDecision, 'ALLOWED'>;
}

/** More of what people type is not kept: a note must have a bound. */
const longestText = 200;

/** How many values of which fields. */
type Counts = Map<string, number>;

/** What one request has read of other people, and what was refused to it. Holds which fields, never their values. */
export class Disclosures {
  readonly refusals: Refusal[] = [];
  /** Who asks, and why, as the gateway said it. */
  readonly identity: ForwardedIdentity;
  private readonly now: Date;
  private stated: string | undefined;
  private readonly reads = new Map<string | null, Counts>();
  private readonly lookUps = new Map<string | null, Counts>();
  private readonly agreed = new Set<string>();

  constructor(identity: ForwardedIdentity, now: Date) {
    this.identity = identity;
    this.now = now;
  }

  /** Whether the request read nothing of anybody else. */
  get isEmpty(): boolean {
    return this.reads.size === 0 && this.lookUps.size === 0;
  }

  /** Notes that a field of these citizens was read; nobody stands for a person whom the register does not know. */
  noteRead(coordinate: string, subjects: readonly string[]): void {
    for (const subject of orNobody(subjects)) count(this.reads, coordinate, subject, 1);
  }

  /** Notes that somebody was looked for and found. It is an entry of its own only where nothing more was read of them. */
  noteLookUp(coordinate: string, subjects: readonly string[]): void {
    for (const subject of orNobody(subjects)) count(this.lookUps, coordinate, subject, 1);
  }

  /** Notes that somebody was looked for and not found. */
  noteSearch(coordinate: string): void {
    count(this.reads, coordinate, null, 0);
  }

  /** Notes that what this request reads of these citizens rests on their consent, not on a public task. */
  restOnConsent(subjects: readonly string[]): void {
    for (const subject of subjects) this.agreed.add(subject);
  }

  /**
   * Refuses what was read when whoever asks has not said why, as their role must: the reads become refused tries.
   *
   * @returns what to answer instead, or null when all may be shown
   */
  refuseWithoutReason(): ServiceError | null {
    if (this.isEmpty) return null;
    const refusal = this.missingReason();
    if (refusal === null) return null;
    for (const [subject, counts] of new Map([...this.lookUps, ...this.reads])) {
      for (const coordinate of counts.keys()) {
        this.noteRefusal({ coordinate, subject, decision: 'PURPOSE_MISSING' });
      }
    }
    this.reads.clear();
    this.lookUps.clear();
    return refusal;
  }

  /** What whoever asks must still say before being shown anything about others; null when nothing is missing. */
  missingReason(): ServiceError | null {
    const { principal, purpose, caseId } = this.identity;
    return missingReason(principal, { purpose: this.stated ?? purpose, caseId });
  }

  noteRefusal(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  /** Says what the request is for where its operation asks for a purpose itself. */
  statePurpose(purpose: string): void {
    this.stated = purpose;
  }

  /** One note for each citizen, with all the fields that were read of them. */
  notes(): AccessNote[] {
    return [...new Map([...this.lookUps, ...this.reads])].map(([subject, counts]) => ({
      ...this.circumstances(),
      subject,
      ...(subject !== null && this.agreed.has(subject) ? { legalBasis: 'CONSENT' as const } : {}),
      action: 'READ',
      coordinates: [...counts.keys()].sort(),
      count: [...counts.values()].reduce((sum, count) => sum + count, 0),
      decision: 'ALLOWED',
    }));
  }

  /** What every note of this request says alike. */
  circumstances(): Pick<AccessNote, 'at' | 'actor' | 'purpose' | 'caseId' | 'legalBasis' | 'requestId'> {
    const { principal, purpose, caseId, requestId } = this.identity;
    return {
      at: this.now.toISOString(),
      actor: actorOf(principal),
      // What people type may hold anything: a NIK in a purpose would stay in the log for good.
      purpose: written(this.stated ?? purpose),
      caseId: written(caseId),
      legalBasis: 'PUBLIC_TASK',
      requestId,
    };
  }
}

function orNobody(subjects: readonly string[]): readonly (string | null)[] {
  return subjects.length === 0 ? [null] : subjects;
}

function count(noted: Map<string | null, Counts>, coordinate: string, subject: string | null, values: number): void {
  let counts = noted.get(subject);
  if (!counts) {
    counts = new Map();
    noted.set(subject, counts);
  }
  counts.set(coordinate, (counts.get(coordinate) ?? 0) + values);
}

function written(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return [...maskPersonalNumbers(text)].slice(0, longestText).join('');
}

function actorOf(principal: Principal): AccessActor {
  return {
    id: principal.kind === 'anonymous' ? null : principal.id,
    role: principal.kind,
    agency: 'agency' in principal ? principal.agency : null,
    region: 'region' in principal ? principal.region : null,
  };
}
