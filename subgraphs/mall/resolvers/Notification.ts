import type { NotificationResolvers } from '../generated/resolvers.ts';

export const Notification: NotificationResolvers = {
  id: ({ _id }) => _id,
  title: ({ titleId, titleEn }, { language }) => (language === 'EN' ? titleEn : titleId),
  application: ({ applicationId }, _arguments, { loaders }) =>
    applicationId === null ? null : loaders.applicationById.load(applicationId),
};
