import type { Log } from '#kit/log.ts';
import { AgencyConnection, type ConnectionOptions } from './askAgency.ts';

export interface ConnectionsOptions extends ConnectionOptions {
  /** Where an agency answers, whatever the supergraph says. */
  readonly urlOf: (agency: string, inSupergraph: string) => string;
  /** Where agencies may be; null for where the first supergraph has them. */
  readonly origins: readonly string[] | null;
}

/** The ways to all agencies. A supergraph that sends the gateway to an origin that is not listed is not followed. */
export class AgencyConnections {
  private readonly byName = new Map<string, { readonly url: string; readonly connection: AgencyConnection }>();
  private readonly options: ConnectionsOptions;
  private readonly log: Log;
  private readonly first = new Set<string>();
  private isFixed = false;

  constructor(options: ConnectionsOptions, log: Log) {
    this.options = options;
    this.log = log;
  }

  get all(): AgencyConnection[] {
    return [...this.byName.values()].map(({ connection }) => connection);
  }

  /** From now on no other origins are taken than those that were connected so far, unless they are listed. */
  fixOrigins(): void {
    this.isFixed = true;
  }

  /** The way to an agency; the one that there is, if it leads there. @throws Error for an origin that is not allowed */
  to(name: string, inSupergraph: string): AgencyConnection {
    const url = this.options.urlOf(name, inSupergraph);
    const known = this.byName.get(name);
    if (known?.url === url) return known.connection;
    this.assertAllowed(name, url);
    const connection = new AgencyConnection(name, url, {
      ...this.options,
      circuitChanged: (agency, state) => {
        if (state !== 'probing') this.log.warn({ agency, state }, 'The circuit of an agency changed');
        this.options.circuitChanged?.(agency, state);
      },
    });
    this.byName.set(name, { url, connection });
    // Requests that are under way finish on the way that they began with.
    known?.connection.retire();
    return connection;
  }

  /** @throws Error for an origin that is not allowed */
  assertAllowed(name: string, url: string): void {
    const { protocol, origin, username } = new URL(url);
    const listed = this.options.origins;
    const isAllowed = listed ? listed.includes(origin) : !this.isFixed || this.first.has(origin);
    if (!['http:', 'https:'].includes(protocol) || username !== '' || !isAllowed) {
      throw new Error(`The agency ${name} may not be at ${origin}.`);
    }
    this.first.add(origin);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((connection) => connection.close()));
  }
}
