import type { MutationResolvers } from '../generated/resolvers.ts';
import { decideCivilApplication } from './mutations/decideCivilApplication.ts';
import { registerCivilDocument } from './mutations/registerCivilDocument.ts';
import { resubmitCivilApplication } from './mutations/resubmitCivilApplication.ts';
import { submitBirthReport } from './mutations/submitBirthReport.ts';
import { submitDeathReport } from './mutations/submitDeathReport.ts';
import { submitMoveRequest } from './mutations/submitMoveRequest.ts';
import { withdrawCivilApplication } from './mutations/withdrawCivilApplication.ts';

export const Mutation: MutationResolvers = {
  registerCivilDocument,
  submitBirthReport,
  submitDeathReport,
  submitMoveRequest,
  resubmitCivilApplication,
  withdrawCivilApplication,
  decideCivilApplication,
};
