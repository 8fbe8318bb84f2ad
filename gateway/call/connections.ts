import type { Log } from '#kit/log.ts';
import { SupergraphRefused } from '../supergraph/refused.ts';
import type { Agency } from './agency.ts';
import { AgencyConnection, type ConnectionOptions } from './askAgency.ts';

export interface ConnectionsOptions extends ConnectionOptions {
  /** Where an agency answers, whatever the supergraph says. */
  readonly urlOf: (agency: string, inSupergraph: string) => string;
  /** Where agencies may be; null for where the first supergraph has them. */
  readonly origins: readonly string[] | null;
}

/** The ways to all agencies. A supergraph that sends the gateway to an origin that is not listed is not followed. */
export class AgencyConnections {
  /** Every way that some request may still take, also one that only a refused supergraph would have taken. */
  private readonly open = new Set<AgencyConnection>();
  private inUse: readonly AgencyConnection[] = [];
  private readonly options: ConnectionsOptions;
  private readonly log: Log;
  private readonly first = new Set<string>();
  private isFixed = false;

  constructor(options: ConnectionsOptions, log: Log) {
    this.options = options;
    this.log = log;
  }

  /** The ways in use. */
  get all(): readonly AgencyConnection[] {
    return this.inUse;
  }

  /** From now on no other origins are taken than those that were connected so far, unless they are listed. */
  fixOrigins(): void {
    this.isFixed = true;
  }

  /** The way to an agency; the one that there is, if it leads there. @throws SupergraphRefused for an origin that is not allowed */
  to(name: string, inSupergraph: string): AgencyConnection {
    const url = this.options.urlOf(name, inSupergraph);
    const known = [...this.open].find((connection) => connection.agency === name && connection.url === url);
    if (known) return known;
    this.assertAllowed(name, url);
    const connection = new AgencyConnection(name, url, {
      ...this.options,
      circuitChanged: (agency, state) => {
        if (state !== 'probing') this.log.warn({ agency, state }, 'The circuit of an agency changed');
        this.options.circuitChanged?.(agency, state);
      },
    });
    this.open.add(connection);
    return connection;
  }

  /** Says which ways are in use from now on, and which ones requests that are under way end with. All others are left. */
  settle(inUse: readonly Agency[], ending: readonly Agency[]): void {
    this.inUse = [...this.open].filter((connection) => inUse.includes(connection));
    for (const connection of this.open) {
      if (inUse.includes(connection) || ending.includes(connection)) continue;
      this.open.delete(connection);
      connection.retire();
    }
  }

  /** @throws SupergraphRefused for an origin that is not allowed */
  assertAllowed(name: string, url: string): void {
    const { protocol, origin, username } = new URL(url);
    const listed = this.options.origins;
    const isAllowed = listed ? listed.includes(origin) : !this.isFixed || this.first.has(origin);
    if (!['http:', 'https:'].includes(protocol) || username !== '' || !isAllowed) {
      throw new SupergraphRefused('ORIGIN', `The agency ${name} may not be at ${origin}.`);
    }
    this.first.add(origin);
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((connection) => connection.close()));
  }
}
