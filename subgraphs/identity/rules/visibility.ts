import type { QueryFilter } from 'mongoose';
import type { VisibleDocuments } from '#kit/documents/read.ts';
import { showLastFour } from '#kit/personalNumbers.ts';
import { hasScope, isCitizen, type Principal, worksForRegion } from '#kit/principal.ts';
import { partOf } from '#kit/vault/fieldPaths.ts';
import { withinRegion } from '#kit/withinRegion.ts';
import type { CitizenRecord, RegisterEntry, StoredApplication, StoredEntry, StoredFamily } from '../model.ts';

export const thisAgency = 'identity';

/** How much of a person a caller sees. */
export type View = 'NOTHING' | 'FAMILY_CARD' | 'REGISTER' | 'EVERYTHING';

/**
 * How much of a person the caller sees: everything of themselves, what the family card prints of those on the same
 * card, and of the people of an officer's region the whole entry, the NIK only with a scope of its own.
 */
export function viewOf(
  principal: Principal,
  entry: Pick<RegisterEntry, '_id' | 'familyId' | 'address'>,
  ownFamilyId: string | null,
): View {
  if (isCitizen(principal, entry._id)) return 'EVERYTHING';
  if (principal.kind === 'citizen') return entry.familyId === ownFamilyId ? 'FAMILY_CARD' : 'NOTHING';
  if (!readsRegister(principal) || !worksForRegion(principal, entry.address.villageCode)) return 'NOTHING';
  return hasScope(principal, 'identity:nik') ? 'EVERYTHING' : 'REGISTER';
}

/** The facts of a person that a view shows; the others are left out, so that no resolver can give them away. */
export function visiblePart(entry: RegisterEntry, view: View): CitizenRecord {
  const fields = Object.keys(entry) as (keyof RegisterEntry)[];
  const allButNik = fields.filter((field) => field !== 'nik');
  switch (view) {
    case 'EVERYTHING':
      return withMaskedNik(partOf(entry, fields), entry);
    case 'REGISTER':
      return withMaskedNik(partOf(entry, allButNik), entry);
    case 'FAMILY_CARD':
      return partOf(entry, printedOnFamilyCard);
    case 'NOTHING':
      return { _id: entry._id };
  }
}

/** Whether the caller sees who the parents and children of a person are: not from a line of the family card. */
export function showsDescent(
  citizen: CitizenRecord,
): citizen is CitizenRecord & Required<Pick<CitizenRecord, 'parentIds'>> {
  return citizen.parentIds !== undefined;
}

/** The entries that a caller may read, as a part of the store query; `null` for one who may read none. */
export function readableEntries(principal: Principal, ownFamilyId: string | null): QueryFilter<StoredEntry> | null {
  if (principal.kind === 'citizen') return ownFamilyId === null ? null : { familyId: ownFamilyId };
  return readsRegister(principal) ? { 'address.villageCode': withinRegion(principal.region) } : null;
}

/** The family cards that a caller may read: their own, or those of an officer's region. */
export function readableFamilies(principal: Principal, ownFamilyId: string | null): QueryFilter<StoredFamily> | null {
  if (principal.kind === 'citizen') return ownFamilyId === null ? null : { _id: ownFamilyId };
  return readsRegister(principal) ? { 'address.villageCode': withinRegion(principal.region) } : null;
}

/** The applications that a caller may read: the applicant's own, or those that an officer of this agency works on. */
export function readableApplications(principal: Principal): QueryFilter<StoredApplication> | null {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  return worksOnApplications(principal) ? { regionCode: withinRegion(principal.region) } : null;
}

/**
 * The documents that a caller may read: the own, or those that were handed in with applications that an officer of this
 * agency works on.
 */
export function visibleDocuments(principal: Principal): VisibleDocuments {
  if (principal.kind === 'citizen') return { ownerId: principal.id };
  return worksOnApplications(principal) ? { regionPath: principal.region } : null;
}

function worksOnApplications(principal: Principal): principal is Extract<Principal, { kind: 'officer' }> {
  return principal.kind === 'officer' && principal.agency === thisAgency && hasScope(principal, 'applications:read');
}

function readsRegister(principal: Principal): principal is Extract<Principal, { kind: 'officer' }> {
  return principal.kind === 'officer' && hasScope(principal, 'identity:read');
}

/** The number is opened, to be masked, only where the masked one is asked for. */
function withMaskedNik(shown: CitizenRecord, entry: RegisterEntry): CitizenRecord {
  return Object.defineProperty(shown, 'maskedNik', { enumerable: true, get: () => showLastFour(entry.nik) });
}

/** The columns of the family card (form of Permendagri 109/2019), but for the NIK. */
const printedOnFamilyCard = [
  '_id',
  'fullName',
  'sex',
  'birthPlace',
  'birthDate',
  'religion',
  'education',
  'occupationCode',
  'maritalStatus',
  'citizenship',
  'familyId',
  'relationship',
  'cardLine',
  'fatherName',
  'motherName',
] as const;
