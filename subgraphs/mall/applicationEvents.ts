import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { applicationEventsPath, type deliveryAnswer } from '#kit/application/delivery.ts';
import type { MountRequest } from '#kit/subgraph.ts';
import { tellerOf } from '#kit/telling.ts';
import { inbox } from './changes/inbox.ts';
import type { MallModels } from './model.ts';

/** The most that one telling may weigh: fifty applications with a long history. */
const largestBody = 2_000_000;
const told = z.object({ announcements: z.array(z.unknown()).max(200) });

/** Takes what agencies tell of their applications, so that the inbox shows them. What is refused is said one by one. */
export function takeApplicationEvents(http: FastifyInstance, request: MountRequest<MallModels>): void {
  const { models, vault, accessLogKeys, log, receiver } = request;
  const { take } = inbox(models, vault);
  receiver?.receive(take);
  http.addHook('onClose', () => receiver?.stop());
  http.post(applicationEventsPath, { bodyLimit: largestBody }, async ({ headers, body }) => {
    const agency = tellerOf(accessLogKeys, applicationEventsPath, headers, body as Buffer);
    const { announcements } = told.parse(JSON.parse((body as Buffer).toString()));
    const refused = await take(agency, announcements);
    if (refused.length > 0) log.warn({ agency, refused: refused.length }, 'Announcements of applications were refused');
    return { refused } satisfies z.output<typeof deliveryAnswer>;
  });
}
