import type { AccessLogEntryResolvers } from '../generated/resolvers.ts';

export const AccessLogEntry: AccessLogEntryResolvers = {
  id: ({ _id }) => _id,
  agency: ({ agencyCode }, _arguments, { loaders }) =>
    agencyCode === null ? null : loaders.agencyByCode.load(agencyCode),
  holder: ({ holderCode }, _arguments, { loaders }) =>
    holderCode == null ? null : loaders.agencyByCode.load(holderCode),
  fields: ({ fields }) => [...fields],
  application: ({ applicationId }, _arguments, { loaders }) =>
    applicationId === null ? null : loaders.applicationById.load(applicationId),
};
