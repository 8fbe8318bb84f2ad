import type { FastifyInstance } from 'fastify';
import type { MountRequest } from '#kit/subgraph.ts';
import type { IdentityModels } from '../model.ts';
import type { OneIdModels } from './model.ts';
import { readOneIdSettings } from './settings.ts';

/** Mounts One ID at `/one-id` of the agency, where the settings say so. */
export async function mountOneId(
  http: FastifyInstance,
  request: MountRequest<IdentityModels & OneIdModels>,
): Promise<void> {
  const settings = readOneIdSettings();
  if (!settings) {
    request.log.info('One ID is not mounted: ONE_ID_SIGNING_KEYS is not set');
    return;
  }
  // Loaded here, so that seeds and an agency without One ID do not load the provider.
  const { oneIdWith } = await import('./oneId.ts');
  await oneIdWith(settings)(http, request);
}
