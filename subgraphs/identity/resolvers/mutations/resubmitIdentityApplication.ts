import { resubmitApplication } from '#kit/application/decide.ts';
import { notFound } from '#kit/errors.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ResubmitIdentityApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { IdentityApplicationRecord } from '../../model.ts';
import { checkRequest, handInDocuments } from './requested.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const resubmitIdentityApplication: UseCase<'resubmitIdentityApplication'> = (_root, { input }, context) =>
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

/** The file with what was corrected. What is added is checked as with a new application. */
async function correct(
  file: IdentityApplicationRecord,
  input: ResubmitIdentityApplicationInput,
  context: Context,
): Promise<IdentityApplicationRecord> {
  const { kind, applicantId } = file;
  const subject = await context.loaders.entryToApplyFor(file.subjectId);
  if (!subject) throw notFound('The register does not know this person as you or your child any more.');
  const documentIds = [...new Set([...file.documentIds, ...(input.documentIds ?? [])])];
  const asked = input.changes ?? file.changes.map(({ field, after }) => ({ field, after: after ?? '' }));
  const request = { kind, applicantId, subject, documentIds, changes: asked, askedBefore: false };
  const changes = await checkRequest(request, context);
  const corrected = { ...file, documentIds, changes };
  await handInDocuments(context)(corrected);
  return corrected;
}
