import { z } from 'zod';
import type { AskGraph } from '#kit/askGraph.ts';
import type { TaxFlag } from './generated/resolvers.ts';

const question = `query TaxStatusOfApplicant($taxpayer: ID!, $serviceCode: ID!) {
  confirmTaxStatusOf(taxpayer: $taxpayer, serviceCode: $serviceCode) { status reasons }
}`;

const answer = z.object({
  confirmTaxStatusOf: z.object({ status: z.enum(['VALID', 'INVALID']), reasons: z.array(z.string()) }),
});

/** By the reasons of the tax agency, the one that weighs most first. */
const flags: readonly (readonly [reason: string, flag: TaxFlag])[] = [
  ['TAXPAYER_NOT_FOUND', 'TAXPAYER_NOT_FOUND'],
  ['RETURNS_NOT_FILED', 'ANNUAL_RETURN_MISSING'],
];

/**
 * Asks the tax agency through the graph, in the name of this one, whether a licence may be given to a taxpayer (KSWP).
 *
 * @returns the flag as OSS writes it (annex 19); null when there is no answer
 */
export async function askTaxStatus(
  askGraph: AskGraph | undefined,
  taxpayer: string,
  serviceCode: string,
): Promise<TaxFlag | null> {
  const read = answer.safeParse(await askGraph?.(question, { taxpayer, serviceCode }));
  if (!read.success) return null;
  const { status, reasons } = read.data.confirmTaxStatusOf;
  if (status === 'VALID') return 'VALID';
  return flags.find(([reason]) => reasons.includes(reason))?.[1] ?? 'INVALID';
}
