import { readSupergraph } from '../plan/supergraph.ts';
import type { SupergraphAlarm } from './alarm.ts';
import { readKept } from './kept.ts';
import { believed, type FoundSupergraph } from './published.ts';
import { asRefused } from './refused.ts';
import { demandsOf, type SupergraphSettings } from './settings.ts';
import { digestOf, type SupergraphSource } from './source.ts';

/**
 * Finds the supergraph to begin with: what lies there, or, if that is not good or older than what was served before a restart,
 * what was kept then.
 *
 * @throws SupergraphRefused when there is neither
 */
export async function firstSupergraph(
  settings: SupergraphSettings,
  source: SupergraphSource,
  alarm: SupergraphAlarm,
): Promise<FoundSupergraph> {
  const demands = demandsOf(settings);
  const kept = settings.keptFile === undefined ? null : readKept(settings.keptFile, demands);
  const leastVersion = Math.max(demands.leastVersion, kept?.publication?.version ?? 0);
  let content = 'unreachable';
  try {
    const delivered = await source.read();
    content = digestOf(delivered);
    const found = believed(delivered, { ...demands, leastVersion });
    readSupergraph(found.text);
    return found;
  } catch (reason) {
    const refused = asRefused(reason);
    if (!kept) throw refused;
    alarm.raise(content, refused, source.name);
    return kept;
  }
}
