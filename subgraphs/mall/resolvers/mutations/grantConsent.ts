import { randomUUID } from 'node:crypto';
import { badInput } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ConsentRecord } from '../../model.ts';
import { assertIsConsent, digestOfWords } from '../../rules/consents.ts';
import type { UseCase } from './useCase.ts';

export const grantConsent: UseCase<'grantConsent'> = (_root, { input }, { principal, loaders, now }) =>
  orUserErrors<{ consent: ConsentRecord | null }>({ consent: null }, async () => {
    const citizen = requireCitizen(principal);
    const recipient = await loaders.agencyByCode.load(input.recipient);
    if (!recipient) throw badInput('There is no such agency.', 'input.recipient');
    assertIsConsent(input, now);
    const consent = await loaders.changes.keepConsent({
      _id: `cns-${randomUUID()}`,
      citizenId: citizen.id,
      recipientCode: recipient._id,
      purpose: input.purpose,
      fields: [...new Set(input.fields)],
      legalBasis: 'CONSENT',
      textSha256: digestOfWords(input.text),
      channel: 'ONLINE',
      grantedAt: now,
      expiresAt: input.expiresAt ?? null,
      revokedAt: null,
    });
    return { consent };
  });
