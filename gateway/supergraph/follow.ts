import { type FollowingOptions, SupergraphFollower } from './follower.ts';
import { keep } from './kept.ts';
import type { FoundSupergraph } from './published.ts';
import { demandsOf, type SupergraphSettings } from './settings.ts';

/** Follows the supergraph of the settings from the first one on, if they say how often. @returns what ends it */
export function follow(
  settings: SupergraphSettings,
  options: Pick<FollowingOptions, 'source' | 'first' | 'alarm' | 'exchange'>,
): () => Promise<void> {
  const { keptFile, pollMs } = settings;
  const { first, alarm } = options;
  const demands = demandsOf(settings);
  const inForce = (found: FoundSupergraph) => {
    if (keptFile !== undefined) keep(keptFile, found, demands);
  };
  inForce(first);
  alarm.serves(first.publication?.version ?? null);
  if (pollMs === undefined) return async () => undefined;
  const follower = new SupergraphFollower({ ...options, demands, inForce, pollMs });
  follower.start();
  return () => follower.stop();
}
