import { apolloPlannerOf } from '../plan/apolloPlanner.ts';
import { readSupergraph } from '../plan/supergraph.ts';

/** Hears where a supergraph has an agency. @throws SupergraphRefused when it may not be there */
export type AssertPlace = (agency: string, url: string) => void;

/** Builds all that planning with a supergraph takes, and lets go of it. @throws Error when it could not be served */
export async function assertServable(text: string, assertPlace: AssertPlace): Promise<void> {
  const { agencies } = await apolloPlannerOf(readSupergraph(text).sdl, async () => undefined);
  for (const { name, url } of agencies) assertPlace(name, url);
}
