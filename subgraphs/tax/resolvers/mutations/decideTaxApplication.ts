import { approveScope, decideApplication } from '#kit/application/decide.ts';
import { hasScope } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { Context } from '../../loaders.ts';
import type { TaxApplicationRecord } from '../../model.ts';
import { assertMayBeGranted } from '../../rules/grant.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const decideTaxApplication: UseCase<'decideTaxApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const { desk, applicationById } = context.loaders;
    const application = await decideApplication(
      desk,
      async (id) => {
        const file = await applicationById.load(id);
        if (file && input.decision === 'APPROVE') await checkGrant(file, input.expectedSequence, context);
        return file;
      },
      input,
    );
    return { application };
  });

/** What a file was handed in with may have changed in the register since. Left to the desk where it refuses anyway. */
async function checkGrant(file: TaxApplicationRecord, seen: number, { loaders, principal, now }: Context) {
  if (file.sequence !== seen || !hasScope(principal, approveScope)) return;
  const { kind, applicantId, taxpayerId, statement } = file;
  const taxpayer = taxpayerId === null ? null : await loaders.taxpayerById.load(taxpayerId);
  assertMayBeGranted({
    kind,
    taxpayer,
    receipts: statement.receipts,
    returns: taxpayer ? await loaders.returnsOfTaxpayer.load(taxpayer._id) : [],
    ownerOfNumber: statement.nik === null ? null : await loaders.ownerOfNumber(statement.nik),
    isRegistered: await loaders.isRegistered(applicantId),
    now,
  });
}
