import type { KeyObject } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Log } from '../log.ts';
import type { Disclosures } from './disclosures.ts';
import type { AccessNote } from './entry.ts';
import { RefusalFolder } from './refusals.ts';
import { startRelay } from './relay.ts';
import { ChainStore } from './store.ts';
import { ChainWriter } from './writer.ts';

/** How an agency keeps its access log. That it keeps one is not a matter of settings. */
export interface AccessLogOptions {
  /** The agency's own Ed25519 key: signs where its chain ends, and what it tells the citizens. */
  readonly signingKey?: KeyObject | undefined;
  /** Where to tell the citizens who read their data; nobody is told when left out. */
  readonly relayUrl?: string | undefined;
}

/** The access log of one agency. */
export interface AccessLog {
  /** Writes what a request read of others. @returns false when that was not possible: nothing may be shown then */
  note(disclosures: Disclosures): Promise<boolean>;
  /** Writes what no question to the graph makes, such as that an account was locked. @throws when that is not possible */
  write(note: AccessNote): Promise<void>;
  /** Writes what waits, signs the end of the chain, and ends. */
  stop(): Promise<void>;
}

/** Opens an agency's access log, in its own database. */
export function openAccessLog(
  agency: string,
  connection: Connection,
  { signingKey, relayUrl }: AccessLogOptions,
  log: Log,
): AccessLog {
  const store = new ChainStore(connection);
  const relay = relayUrl && signingKey ? startRelay({ agency, store, signingKey, url: relayUrl, log }) : null;
  const writer = new ChainWriter({
    chain: agency,
    store,
    signingKey,
    onWritten: () => relay?.wake(),
    onFailure: (err) => log.error({ err }, 'The head of the access log could not be signed'),
  });
  // Nobody waits for these. A write that is only late must not be tried again: it would count them twice.
  const refusals = new RefusalFolder((notes) => writer.writeInOwnTime(notes));

  return {
    async note(disclosures) {
      refusals.take(disclosures);
      if (disclosures.isEmpty) return true;
      try {
        await writer.write(disclosures.notes());
        return true;
      } catch (err) {
        log.error({ err }, 'The access log could not be written, so an answer was held back');
        return false;
      }
    },
    write: (note) => writer.write([note]),
    async stop() {
      await refusals.stop();
      await writer.stop();
      await relay?.stop();
    },
  };
}
