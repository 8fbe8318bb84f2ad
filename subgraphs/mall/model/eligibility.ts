import type { RequirementFact } from '../data/types.ts';

/**
 * What the agencies' registers say about a citizen. An absent value means that the agency did not answer (or may not
 * say); an empty list means that there is nothing on record.
 */
export interface CitizenFacts {
  readonly birthDate?: string | null;
  readonly digitalIdentityStatus?: 'NOT_ACTIVATED' | 'ACTIVE' | 'BLOCKED' | null;
  readonly businesses?:
    | readonly { readonly nib: string; readonly name?: string; readonly status?: string | null }[]
    | null;
  readonly taxpayer?: {
    readonly id: string;
    readonly maskedNpwp?: string;
    readonly clearance?: { readonly status: string } | null;
  } | null;
  readonly fullName?: string | null;
  readonly birthPlace?: string | null;
  readonly address?: {
    readonly street: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly postalCode: string | null;
  } | null;
}

/** Something that is lacking, or that nobody could say. */
export interface ServiceGap {
  readonly requirement: RequirementFact;
  readonly known: boolean;
  readonly reasonId: string;
  readonly reasonEn: string;
  readonly fixServiceCode: string | null;
}

export interface Eligibility {
  readonly eligible: 'YES' | 'NO' | 'NEEDS_DATA';
  readonly offeredInRegion: boolean;
  readonly missing: readonly ServiceGap[];
}
