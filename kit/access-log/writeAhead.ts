import type { ApolloServerPlugin } from '@apollo/server';
import { auditUnavailable } from '../errors.ts';
import type { AccessLog } from './accessLog.ts';
import type { Disclosures } from './disclosures.ts';

/**
 * Holds every answer back until what it discloses stands in the access log: no reason, no note, no read. When whoever is at
 * work has not said why they read, or the note cannot be written, the answer is an error and nothing else.
 */
export function writeAhead<Context extends { readonly disclosures: Disclosures }>(
  accessLog: AccessLog,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue: { disclosures }, response }) {
        const unreasoned = disclosures.refuseWithoutReason();
        const isNoted = await accessLog.note(disclosures);
        if (isNoted && unreasoned === null) return;
        const { message, extensions } = unreasoned ?? auditUnavailable(true);
        response.body = { kind: 'single', singleResult: { errors: [{ message, extensions }] } };
      },
    }),
  };
}
