import type { LoaderRequest } from '#kit/subgraph.ts';
import type { AgencyRecord, ConsentRecord, MallModels } from '../model.ts';
import type { ConsentedField } from '../rules/consents.ts';

/**
 * Which citizens allow the caller's agency to read a field, as things stand at this moment: consents are looked up with
 * every read and never kept, so that one taken back counts no more from the next read on (UU 27/2022, article 40).
 * Somebody who works for no agency is allowed nothing. What is then read is noted as resting on consent.
 */
export function consentsToCaller({ models, principal, disclosures, now }: LoaderRequest<MallModels>) {
  return async function whoAllow(field: ConsentedField, citizenIds: readonly string[]): Promise<Set<string>> {
    // What cannot be noted is not read.
    if (!disclosures || citizenIds.length === 0) return new Set();
    if (principal.kind !== 'service' && principal.kind !== 'officer') return new Set();
    const agencies = await models.Agency.find({ subgraph: principal.agency }, { _id: 1 })
      .sort({ subgraph: 1, _id: 1 })
      .lean<Pick<AgencyRecord, '_id'>[]>();
    const live = await models.Consent.find(
      {
        citizenId: { $in: [...new Set(citizenIds)] },
        recipientCode: { $in: agencies.map(({ _id }) => _id) },
        fields: field,
        legalBasis: 'CONSENT',
        revokedAt: null,
        $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
      },
      { citizenId: 1 },
    )
      .sort({ citizenId: 1, grantedAt: -1, _id: -1 })
      .lean<Pick<ConsentRecord, '_id' | 'citizenId'>[]>();
    const allowing = new Set(live.map(({ citizenId }) => citizenId));
    disclosures.restOnConsent([...allowing]);
    return allowing;
  };
}
