import { resubmitApplication } from '#kit/application/decide.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ResubmitTaxApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { TaxApplicationRecord } from '../../model.ts';
import { checkRequest, handInDocuments } from './requested.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const resubmitTaxApplication: UseCase<'resubmitTaxApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const { desk, applicationById } = context.loaders;
    const application = await resubmitApplication(
      desk,
      (id) => applicationById.load(id),
      input.id,
      (file) => correct(file, input, context),
      input.note,
    );
    return { application };
  });

/** The file with what was corrected, checked as a new one is. The office that has it keeps it. */
async function correct(
  file: TaxApplicationRecord,
  { documentIds: added = [], stated }: ResubmitTaxApplicationInput,
  context: Context,
): Promise<TaxApplicationRecord> {
  const { kind, applicantId } = file;
  const documentIds = [...new Set([...file.documentIds, ...added])];
  const request = { kind, applicantId, stated: stated ?? {}, documentIds, isNew: false };
  const corrected = stated ? await checkRequest(request, context) : null;
  const next = { ...file, documentIds, ...(corrected && { statement: corrected.statement }) };
  await handInDocuments(context)({ ...next, documentIds: added });
  return next;
}
