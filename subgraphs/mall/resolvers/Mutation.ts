import type { MutationResolvers } from '../generated/resolvers.ts';
import { bookQueueTicket } from './mutations/bookQueueTicket.ts';
import { callNextTicket } from './mutations/callNextTicket.ts';
import { cancelQueueTicket } from './mutations/cancelQueueTicket.ts';
import { checkInQueueTicket } from './mutations/checkInQueueTicket.ts';
import { claimApplication } from './mutations/claimApplication.ts';
import { closeTicket } from './mutations/closeTicket.ts';
import { fileComplaint } from './mutations/fileComplaint.ts';
import { grantConsent } from './mutations/grantConsent.ts';
import { markNotificationsRead } from './mutations/markNotificationsRead.ts';
import { releaseApplication } from './mutations/releaseApplication.ts';
import { revokeConsent } from './mutations/revokeConsent.ts';
import { serveTicket } from './mutations/serveTicket.ts';
import { submitSurvey } from './mutations/submitSurvey.ts';

export const Mutation: MutationResolvers = {
  grantConsent,
  revokeConsent,
  bookQueueTicket,
  cancelQueueTicket,
  checkInQueueTicket,
  callNextTicket,
  serveTicket,
  closeTicket,
  claimApplication,
  releaseApplication,
  submitSurvey,
  fileComplaint,
  markNotificationsRead,
};
