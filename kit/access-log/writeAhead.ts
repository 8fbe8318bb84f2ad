import type { ApolloServerPlugin } from '@apollo/server';
import { auditUnavailable } from '../errors.ts';
import type { AccessLog } from './accessLog.ts';
import type { Disclosures } from './disclosures.ts';

/**
 * Holds every answer back until what it discloses stands in the access log: no note, no read. When the note cannot be
 * written the answer is an error and nothing else.
 */
export function writeAhead<Context extends { readonly disclosures: Disclosures }>(
  accessLog: AccessLog,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue: { disclosures }, response }) {
        if (await accessLog.note(disclosures)) return;
        const { message, extensions } = auditUnavailable();
        response.body = { kind: 'single', singleResult: { errors: [{ message, extensions }] } };
      },
    }),
  };
}
