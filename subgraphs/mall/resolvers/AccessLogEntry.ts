import type { AccessLogEntryResolvers } from '../generated/resolvers.ts';

export const AccessLogEntry: AccessLogEntryResolvers = {
  id: ({ _id }) => _id,
  agency: ({ agencyCode }, _arguments, { loaders }) => loaders.agencyByCode.load(agencyCode),
  fields: ({ fields }) => [...fields],
  application: ({ applicationId }, _arguments, { loaders }) =>
    applicationId === null ? null : loaders.applicationById.load(applicationId),
};
