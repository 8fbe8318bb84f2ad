import type { FastifyInstance } from 'fastify';
import type { MountRequest } from '#kit/subgraph.ts';
import { takeAccessLogs } from './accessLog.ts';
import { takeApplicationEvents } from './applicationEvents.ts';
import type { MallModels } from './model.ts';

/** Hears what the other agencies tell, each signed with its own key: who read what, and how applications go on. */
export async function hearAgencies(http: FastifyInstance, request: MountRequest<MallModels>): Promise<void> {
  // The signature is over the bytes that came, so they are not read as JSON before it is checked.
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  takeAccessLogs(http, request);
  takeApplicationEvents(http, request);
}
