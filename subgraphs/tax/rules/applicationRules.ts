import type { Outcome } from '#kit/application/file.ts';
import { rulesByStandard } from '#kit/application/rulesByStandard.ts';
import type { ApplicationRules } from '#kit/application/steps.ts';
import { opaqueId } from '#kit/opaqueId.ts';
import type { TaxApplicationRecord } from '../model.ts';
import { taxDay } from './annualReturn.ts';
import { products } from './products.ts';
import { standardOf } from './services.ts';

/** How applications to the tax office go on: the standard of their service, and the document that comes out. */
export const applicationRules: ApplicationRules<TaxApplicationRecord> = {
  ...rulesByStandard(standardOf),
  afterSteps: (file) => ({
    ...file,
    outcome: file.outcome ?? outcomeOf(file),
    taxpayerId: file.taxpayerId ?? registeredAs(file),
  }),
};

/**
 * The id under which a citizen is registered. It follows from the citizen, so that nobody can be registered twice.
 */
export function taxpayerIdOf(citizenId: string): string {
  return opaqueId('tax', citizenId);
}

/** The document of what was issued; null before. */
function outcomeOf({ _id, kind, steps, verificationCode }: TaxApplicationRecord): Outcome | null {
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!issued) return null;
  const product = products[kind];
  return {
    documentId: opaqueId('doc', _id),
    kind: product.kind,
    title: product.title,
    issuedOn: taxDay(issued.at),
    verificationCode,
  };
}

function registeredAs({ kind, applicantId, steps }: TaxApplicationRecord): string | null {
  const isRegistered = kind === 'REGISTRATION' && steps.some(({ to }) => to === 'ISSUED');
  return isRegistered ? taxpayerIdOf(applicantId) : null;
}
