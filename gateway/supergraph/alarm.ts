import { Counter, Gauge, type Registry } from 'prom-client';
import type { Log } from '#kit/log.ts';
import { type RefusalReason, refusalReasons, type SupergraphRefused } from './refused.ts';

/** So many contents are remembered as told; whoever changes a file for ever does not fill the memory. */
const mostRemembered = 1_000;

/** Tells those who run the service what becomes of the supergraphs that are offered: each refused one once. */
export class SupergraphAlarm {
  private readonly log: Log;
  private readonly told = new Set<string>();
  private readonly counts: SupergraphCounts | null;

  constructor(log: Log, registry?: Registry) {
    this.log = log;
    this.counts = registry ? supergraphCounts(registry) : null;
  }

  /** @param content tells one refused content from another */
  raise(content: string, refused: SupergraphRefused, source: string): void {
    if (this.told.has(content)) return;
    if (this.told.size >= mostRemembered) this.told.clear();
    this.told.add(content);
    const { reason, message } = refused;
    this.counts?.refused.inc({ reason });
    this.log.error({ reason, why: message, source, content }, 'A supergraph was refused; the present one serves on');
  }

  /** What was told of this content is over: it is told again if it comes back. */
  calm(content: string): void {
    this.told.delete(content);
  }

  /** Another one came into force. */
  exchanged(version: number | null, ms: number): void {
    this.counts?.exchanged.inc();
    this.serves(version);
    this.log.info({ version, ms: Math.round(ms) }, 'Another supergraph is in force');
  }

  serves(version: number | null): void {
    this.counts?.version.set(version ?? 0);
  }
}

interface SupergraphCounts {
  readonly refused: Counter<'reason'>;
  readonly exchanged: Counter;
  readonly version: Gauge;
}

function supergraphCounts(registry: Registry): SupergraphCounts {
  const registers = [registry];
  const refused = new Counter<'reason'>({
    name: 'mpp_supergraph_refused_total',
    help: 'Supergraphs that were offered and refused, each content once in each process, by the reason.',
    labelNames: ['reason'],
    registers,
  });
  // What never happened is shown as none, so that the first time is seen as a rise.
  for (const reason of refusalReasons satisfies readonly RefusalReason[]) refused.inc({ reason }, 0);
  return {
    refused,
    exchanged: new Counter({
      name: 'mpp_supergraph_exchanges_total',
      help: 'How often a process exchanged the supergraph while it served.',
      registers,
    }),
    version: new Gauge({
      name: 'mpp_supergraph_version',
      help: 'The version in force: of several processes the oldest; 0 for one that is not signed.',
      aggregator: 'min',
      registers,
    }),
  };
}
