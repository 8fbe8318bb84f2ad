import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { IdentityApplicationRecord, RegisterEntry } from '../model.ts';
import { written } from './recordedFacts.ts';

/** What an application changes in the entry of the person it is about. */
export interface Effect {
  /** The name under which the entry remembers that it was written. */
  readonly name: string;
  readonly at: Date;
  readonly facts: Partial<RegisterEntry>;
  /** The entry is left alone where it does not say this. */
  readonly onlyFrom?: Pick<RegisterEntry, 'digitalIdentityStatus'>;
}

/** Everything that an application changes in the register, from its own record alone, in order. Nothing before it is issued. */
export function effectsOf(application: IdentityApplicationRecord): Effect[] {
  return application.steps.flatMap(({ to, at }) => {
    const effect = effectOf(application, to);
    return effect ? [{ ...effect, name: `${application._id} ${to}`, at }] : [];
  });
}

function effectOf(
  { kind, changes }: IdentityApplicationRecord,
  to: ApplicationStatus,
): Pick<Effect, 'facts' | 'onlyFrom'> | null {
  if (to !== 'ISSUED' && to !== 'COMPLETED') return null;
  switch (kind) {
    case 'ID_CARD_NEW':
    case 'ID_CARD_REPLACEMENT':
      return { facts: { idCardStatus: to === 'ISSUED' ? 'PRINTED' : 'ISSUED' } };
    case 'DIGITAL_ID_ACTIVATION':
      return to === 'ISSUED'
        ? { facts: { digitalIdentityStatus: 'ACTIVE' }, onlyFrom: { digitalIdentityStatus: 'NOT_ACTIVATED' } }
        : null;
    case 'DATA_CHANGE':
    case 'FAMILY_CARD_CHANGE': {
      const facts = changes.map(({ field, after }) => (after === null ? {} : written(field, after)));
      return to === 'ISSUED' && facts.length > 0 ? { facts: Object.assign({}, ...facts) } : null;
    }
    case 'CHILD_CARD':
      return null;
  }
}
