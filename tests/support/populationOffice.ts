import type { JourneyPlatform, Payload } from './journeys.ts';
import { newKey } from './journeys.ts';

export type Persona = Parameters<JourneyPlatform['change']>[0];

/** The population office as citizens and officers meet it through the gateway. */
export interface PopulationOffice {
  /** Hands an application in, under a key of its own unless the request has one. */
  submit(as: Persona, request: object): Promise<Payload>;
  /** Sends a document. @returns its id */
  evidence(as: Persona): Promise<string>;
  /** Decides as soon as the desk shows the file after so many steps. */
  decide(as: Persona, id: string, after: number, decision: string, more?: object): Promise<Payload>;
}

export const applicationPayload = 'application { id } errors { code message path }';

export function populationOffice(graph: JourneyPlatform): PopulationOffice {
  return {
    submit: (as, request) =>
      graph.change(as, 'submitIdentityApplication', { idempotencyKey: newKey(), ...request }, applicationPayload),
    evidence: (as) => graph.document(as, 'registerIdentityDocument'),
    async decide(as, id, after, decision, more) {
      await graph.inboxAfter(as, id, after);
      return graph.decide(as, 'decideIdentityApplication', id, decision, more);
    },
  };
}
