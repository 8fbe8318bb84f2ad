import type { Outcome } from '#kit/application/file.ts';
import { rulesByStandard } from '#kit/application/rulesByStandard.ts';
import type { ApplicationRules } from '#kit/application/steps.ts';
import { opaqueId } from '#kit/opaqueId.ts';
import type { CivilApplicationRecord } from '../model.ts';
import { localDay } from './days.ts';
import { products } from './products.ts';
import { standardOf } from './services.ts';

/** How reports go on: the standard of their service, and the certificate or letter that comes out. */
export const applicationRules: ApplicationRules<CivilApplicationRecord> = {
  ...rulesByStandard(standardOf),
  afterSteps: (file) => ({ ...file, outcome: file.outcome ?? outcomeOf(file) }),
};

/** The certificate of what was registered; null before, and for an event whose papers lie at the counter. */
function outcomeOf({ _id, kind, report, steps, regionCode, verificationCode }: CivilApplicationRecord): Outcome | null {
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!issued || report === null) return null;
  const { documentKind, title } = products[kind];
  return {
    documentId: opaqueId('doc', _id),
    kind: documentKind,
    title,
    issuedOn: localDay(issued.at, regionCode),
    verificationCode,
  };
}
