import type { OfficerViewResolvers } from '../generated/resolvers.ts';
import { allowedDecisions, priorityOf } from '../rules/review.ts';
import { clockOfApplication } from './clockOfApplication.ts';

export const OfficerView: OfficerViewResolvers = {
  assignee: ({ assigneeId }) => assigneeId,
  allowedDecisions: ({ status }) => allowedDecisions(status),
  async priority(application, _arguments, context) {
    const clock = await clockOfApplication(application, context);
    return clock === null ? 3 : priorityOf(clock, context.now);
  },
};
