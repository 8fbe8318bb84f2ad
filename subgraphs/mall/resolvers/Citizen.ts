import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { pageSize } from '#kit/page.ts';
import { isCitizen } from '#kit/principal.ts';
import type { CitizenResolvers } from '../generated/resolvers.ts';
import { eligibilityFor } from '../rules/eligibility.ts';
import { prefillFor } from '../rules/prefill.ts';
import { isOfferedIn } from '../rules/regions.ts';

export const Citizen: CitizenResolvers = {
  // What `@requires` brought along (birth date, tax status, ...) stays on the reference, for `eligibility`.
  __resolveReference: (reference) => reference,

  applications: ({ id }, { filter, ...page }, { loaders }) => loaders.inboxOf(id, filter ?? {}, page),
  documents: ({ id }, { first }, { loaders }) => loaders.documentsOf(id, pageSize(first)),
  queueTickets: ({ id }, { active, first }, { loaders }) => loaders.ticketsOf(id, active ?? null, pageSize(first)),
  notifications: ({ id }, { unread, first }, { loaders }) =>
    loaders.notificationsOf(id, unread ?? null, pageSize(first)),
  consents: ({ id }, { first }, { loaders }) => loaders.consentsOf(id, pageSize(first)),
  accessLog: ({ id }, { first, after }, { loaders }) => loaders.accessLogOf(id, { first: first ?? 50, after }),
  complaints: ({ id }, { first }, { loaders }) => loaders.complaintsOf(id, pageSize(first)),
  export({ id }, _arguments, { principal, disclosures, now }) {
    if (!isCitizen(principal, id)) return null;
    // Reads of one's own leave no note, but a copy of everything does: whoever holds the phone may not be its owner.
    disclosures.noteRead('Citizen.export', [id]);
    return { citizenId: id, madeAt: now };
  },
  delegations: ({ id }, { first }, { loaders }) => loaders.delegationsOf(id, pageSize(first)),

  async eligibility(citizen, { service: code, region }, { loaders, principal, now }) {
    const service = isCitizen(principal, citizen.id) ? await loaders.serviceByCode.load(code) : null;
    if (!service) return null;
    const offer = {
      code,
      channels: service.channels,
      requirements: service.standard?.requirements ?? [],
      offeredInRegion: isOfferedIn(service.availableIn, region),
    };
    return eligibilityFor(citizen, offer, localDay(now, timeZoneOf(region)));
  },

  async prefill(citizen, { service: code }, { loaders, principal }) {
    const service = isCitizen(principal, citizen.id) ? await loaders.serviceByCode.load(code) : null;
    return service && prefillFor(citizen, service);
  },
};
