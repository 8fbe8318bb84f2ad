import { randomBytes } from 'node:crypto';
import { badInput } from '#kit/errors.ts';
import { localDay } from '#kit/localTime.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ComplaintRecord } from '../../model.ts';
import { assertIsComplaint, complaintNumber } from '../../rules/complaints.ts';
import type { UseCase } from './useCase.ts';

export const fileComplaint: UseCase<'fileComplaint'> = (_root, { input }, { principal, loaders, now }) =>
  orUserErrors<{ complaint: ComplaintRecord | null }>({ complaint: null }, async () => {
    const citizen = requireCitizen(principal);
    const { serviceCode, text } = input;
    const applicationId = input.applicationId ?? null;
    assertIsComplaint(text);
    if (!(await loaders.serviceByCode.load(serviceCode)))
      throw badInput('There is no such service.', 'input.serviceCode');
    if (applicationId !== null && !(await loaders.applicationById.load(applicationId))) {
      throw badInput('You have no such application.', 'input.applicationId');
    }
    const complaint = await loaders.changes.keepComplaint({
      _id: complaintNumber(localDay(now, 'WIB'), randomBytes(16)),
      citizenId: citizen.id,
      serviceCode,
      applicationId,
      text,
      filedAt: now,
    });
    return { complaint };
  });
