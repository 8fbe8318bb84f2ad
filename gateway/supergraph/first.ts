import { readSupergraph } from '../plan/supergraph.ts';
import type { SupergraphAlarm } from './alarm.ts';
import { readKept } from './kept.ts';
import { believed, type FoundSupergraph } from './published.ts';
import { asRefused } from './refused.ts';
import { type AssertPlace, assertServable } from './servable.ts';
import { demandsOf, type SupergraphSettings } from './settings.ts';
import { digestOf, type SupergraphSource } from './source.ts';

/**
 * Finds the supergraph to begin with: what lies there, or, if that is not good, cannot be built, or is older than what was served
 * before a restart, what was kept then.
 *
 * @param assertPlace says where agencies may not be; they may be anywhere when left out
 * @throws SupergraphRefused when there is neither
 */
export async function firstSupergraph(
  settings: SupergraphSettings,
  source: SupergraphSource,
  alarm: SupergraphAlarm,
  assertPlace: AssertPlace = () => undefined,
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
    // What served before a restart serves again. Without it there is nothing to go back to, and the start fails by itself.
    if (kept && kept.text !== found.text) await assertServable(found.text, assertPlace);
    return found;
  } catch (reason) {
    const refused = asRefused(reason);
    if (!kept) throw refused;
    alarm.raise(content, refused, source.name);
    return kept;
  }
}
