import { badInput } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { NotificationRecord } from '../../model.ts';
import type { UseCase } from './useCase.ts';

const mostAtOnce = 100;

export const markNotificationsRead: UseCase<'markNotificationsRead'> = (_root, { ids }, { principal, loaders }) =>
  orUserErrors<{ notifications: NotificationRecord[] }>({ notifications: [] }, async () => {
    const citizen = requireCitizen(principal);
    if (ids.length > mostAtOnce) throw badInput(`Name at most ${mostAtOnce}.`, 'ids');
    return { notifications: await loaders.changes.markRead(ids, citizen.id) };
  });
