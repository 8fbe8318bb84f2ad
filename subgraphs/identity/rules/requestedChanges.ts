import type { Faults } from '#kit/userErrors.ts';
import type { FieldChangeRecord, RegisterEntry } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { changeableBy, faultIn, recorded } from './recordedFacts.ts';

/** `FieldChangeInput` of the graph. */
export interface RequestedChange {
  readonly field: string;
  readonly after: string;
}

/** What is asked for, beside what the register holds now. Faults name the place in the input, and no value. */
export function requestedChanges(
  kind: IdentityServiceKind,
  requested: readonly RequestedChange[],
  subject: RegisterEntry,
  { today, faults, path }: { readonly today: string; readonly faults: Faults; readonly path: string },
): FieldChangeRecord[] {
  const open = changeableBy(kind);
  if (kind === 'DATA_CHANGE' && requested.length === 0) faults.add('Say what is to be changed.', path);
  if (open.length === 0 && requested.length > 0) {
    faults.add('This service changes nothing in the register. Please ask for a change of data.', path);
    return [];
  }
  return requested.map(({ field, after: given }, index) => {
    const after = given.trim();
    const before = open.includes(field) ? recorded(subject, field) : null;
    const fault = faultOf(field, after, before);
    if (fault) faults.add(fault.message, `${path}.${index}.${fault.at}`);
    return { field, before, after };
  });

  function faultOf(field: string, after: string, before: string | null) {
    if (!open.includes(field)) {
      return { message: `This service can change ${open.join(', ')}. An address changes with a move.`, at: 'field' };
    }
    if (requested.filter((one) => one.field === field).length > 1) {
      return { message: 'Please name each fact once.', at: 'field' };
    }
    const message = faultIn(field, after, today) ?? (after === before ? 'The register says so already.' : null);
    return message === null ? null : { message, at: 'after' };
  }
}
