import type { OfficerViewResolvers } from '../generated/resolvers.ts';
import { allowedDecisions, priorityOf } from '../rules/review.ts';

export const OfficerView: OfficerViewResolvers = {
  assignee: ({ assigneeId }) => assigneeId,
  allowedDecisions: ({ status }) => allowedDecisions(status),
  priority: ({ dueAt }, _arguments, { now }) => priorityOf(dueAt, now),
};
