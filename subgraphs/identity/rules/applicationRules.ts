import type { AnnouncedAction } from '#kit/application/announcement.ts';
import type { Outcome } from '#kit/application/file.ts';
import { rulesByStandard } from '#kit/application/rulesByStandard.ts';
import type { ApplicationRules } from '#kit/application/steps.ts';
import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { opaqueId } from '#kit/opaqueId.ts';
import type { IdentityApplicationRecord } from '../model.ts';
import { products } from './products.ts';
import { standardOf } from './services.ts';

/** How applications to the population office go on: the standard of their service, and the document that comes out. */
export const applicationRules: ApplicationRules<IdentityApplicationRecord> = {
  ...rulesByStandard(standardOf),
  afterSteps: (file) => ({
    ...file,
    outcome: file.outcome ?? outcomeOf(file),
    pendingAction: file.pendingAction ?? collection(file),
  }),
};

/** The document of what was issued; null before. */
export function outcomeOf(
  file: Pick<IdentityApplicationRecord, '_id' | 'kind' | 'steps' | 'regionCode' | 'verificationCode'>,
): Outcome | null {
  const issued = file.steps.find(({ to }) => to === 'ISSUED');
  if (!issued) return null;
  const { kind, title } = products[file.kind];
  return {
    documentId: opaqueId('doc', file._id),
    kind,
    title,
    issuedOn: localDay(issued.at, timeZoneOf(file.regionCode)),
    verificationCode: file.verificationCode,
  };
}

/** What is ready waits at the counter. */
function collection({ kind, status }: IdentityApplicationRecord): AnnouncedAction | null {
  const { collected, title } = products[kind];
  if (status !== 'ISSUED' || !collected) return null;
  return { kind: 'COLLECT_AT_COUNTER', title: `${title} is ready at the counter.`, requirementCodes: [] };
}
